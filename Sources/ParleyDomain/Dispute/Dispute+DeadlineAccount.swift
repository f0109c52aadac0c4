/// How a deadline came to be due when it is: what a lawyer would write beside it.
package struct DeadlineAccount: Hashable, Sendable {
  package let deadline: Deadline
  /// The days and how they were counted; nil for a day that somebody stated.
  package let reckoning: Reckoning?
  /// Where the length of the period comes from; empty for a day that somebody stated.
  package let source: String
  /// The spans in which it stood still since it was set, each once.
  package let stoodStill: [TollSpan]
}

extension Dispute {
  /// The account of a running deadline, by the profile of this dispute.
  package func account(of deadline: Deadline, profile: RuleProfile, zone: Zone) -> DeadlineAccount {
    let period = period(of: deadline.kind, profile: profile)
    let trigger = zone.date(at: deadline.triggeredAt)
    let reckoning = period.map {
      profile.reckoning(
        from: trigger, days: $0.days, serviceDays: $0.serviceDays, rolls: $0.rolls)
    }
    let spans = tolls(of: deadline.kind).filter { span in
      span.to.map { $0 > deadline.setAt } ?? true
    }
    let counted = reckoning.map { profile.end(of: $0.last, in: zone) }
    return DeadlineAccount(
      deadline: deadline, reckoning: reckoning, source: period?.source ?? "",
      stoodStill: spans + pause(of: deadline, from: counted))
  }

  /// A reminder that falls into a pause waits from its day to the end of the pause.
  private func pause(of deadline: Deadline, from counted: Instant?) -> [TollSpan] {
    guard deadline.kind.isReminder, let counted, let end = caseFile.remindersPausedUntil,
      deadline.dueAt == end, counted < end
    else { return [] }
    return [TollSpan(from: counted, to: end)]
  }

  /// A period as the rules of this dispute would count it from a day: what if. Nil where neither the
  /// rules nor the asker say how long it is. Nothing is entered, and no hold is reckoned with.
  ///
  /// - Parameter channel: how what begins it would be sent; nil for nothing sent.
  package func supposed(
    _ kind: DeadlineKind, from trigger: CivilDate, days: Int?, channel: Channel?,
    profile: RuleProfile, zone: Zone
  ) -> DeadlineAccount? {
    let known = period(of: kind, profile: profile)
    guard let length = days ?? known?.days else { return nil }
    let counted = profile.reckoning(
      from: trigger, days: length,
      serviceDays: channel.map { profile.deemedServiceDays[$0] ?? 0 } ?? 0,
      rolls: known?.rolls ?? true)
    let start = zone.start(of: trigger)
    return DeadlineAccount(
      deadline: Deadline(
        kind: kind, dueAt: profile.end(of: counted.last, in: zone), compartment: .caseFile,
        waitsOn: [], rule: "", setAt: start),
      reckoning: counted, source: days == nil ? known?.source ?? "" : "As asked.", stoodStill: [])
  }

  private struct Period {
    let days: Int
    var serviceDays = 0
    var rolls = true
    let source: String
  }

  private func period(of kind: DeadlineKind, profile: RuleProfile) -> Period? {
    func stated(_ number: RuleProfile.Number) -> Period? {
      profile.numbers[number].map { Period(days: $0.value, source: $0.source) }
    }
    switch kind {
    case .cure: return stated(.cure)
    case .signing: return stated(.signing)
    case .mediationConsent: return stated(.mediationConsent)
    case .objectionWindow: return stated(.objection)
    case .mediationWindow: return stated(.mediationWindow)
    case .answer: return stated(.answer)
    case .award: return stated(.award)
    case .correctionWindow: return stated(.correction)
    case .reply: return stated(.reply)
    case .recordedContest, .settlementContest: return stated(.recordedContest)
    case .grace:
      return caseFile.demands.last.map { demand in
        Period(
          days: demand.terms.graceDays,
          serviceDays: profile.deemedServiceDays[demand.terms.channel] ?? 0,
          source: "Demand \(demand.number)")
      }
    case .offerExpiry(let number):
      return settlement.offers.first { $0.number == number }.map { offer in
        Period(days: offer.terms.expiresInDays, rolls: false, source: "Offer \(number)")
      }
    case .biddingConsent:
      return settlement.bidding.map {
        Period(days: $0.terms.answerDays, rolls: false, source: "Bidding \($0.number)")
      }
    case .bidRound(let number):
      return settlement.biddings.first { $0.number == number }.map {
        Period(days: $0.terms.roundDays, rolls: false, source: "Bidding \(number)")
      }
    case .planCure:
      return settlement.termsInForce?.defaultClause.map { clause in
        Period(days: clause.cureDays, source: "The agreement")
      }
    case .reminder(let number):
      let steps = profile.reminderDays
      guard let first = caseFile.firstReminder, steps.days.indices.contains(number - first - 1)
      else { return nil }
      return Period(days: steps.days[number - first - 1], source: steps.source)
    case .exchange, .payBy, .instalment, .limitation, .holdEnd, .judgmentExpiry, .limitationAlert,
      .judgmentAlert, .exhibitCure:
      return nil
    }
  }
}
