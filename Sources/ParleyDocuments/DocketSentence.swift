package import ParleyDomain

/// One sentence for each entry of the docket, even-handed and without names: the reader's program
/// puts the names of the people beside it.
package enum DocketSentence {
  /// What happened, as the docket tells it.
  package static func text(_ event: Event, zone: Zone) -> String {
    negotiation(event, zone) ?? settlement(event, zone) ?? bidding(event, zone) ?? decided(event)
      ?? mediation(event, zone)
      ?? neutrals(event, zone) ?? arbitration(event, zone) ?? legal(event) ?? expiry(event, zone)
      ?? procedure(event, zone) ?? recorded(event, zone) ?? secrecy(event, zone)
      ?? exhibits(event, zone)
      ?? keeping(event, zone)
  }

  private static func negotiation(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .disputeCreated(let opening, _, _, _, _, _):
      "Draft opened with \(count(opening.items.count, "claim item"))"
    case .disputeFiled: "Dispute filed"
    case .markedDeficient(let cureBy):
      "Filing found deficient; to be cured by \(DateText.lastMinute(before: cureBy, in: zone))"
    case .deficiencyCured: "Deficiency cured"
    case .exhibitAdded(let offer, let number, let late): filed(offer, number, late: late)
    case .callLogged(let note, let number, _):
      "Call \(number) noted (\(lower(note.direction.rawValue)), \(lower(note.outcome.rawValue)))"
    case .noteAdded: "Note added"
    case .promiseNoted(let promise, _, let call):
      "Promise made in call \(call.number): \(MoneyText.text(promise.amount)) by"
        + " \(DateText.day(promise.due))"
    case .callOfferNoted(let offer, _, let call):
      "Offer made in call \(call.number) by the \(lower(offer.by.rawValue))"
        + (offer.amount.map { ": \(MoneyText.text($0))" } ?? "")
    case .reminderSent(let channel, let number, _):
      "Reminder \(number) sent by \(lower(channel.rawValue))"
    case .demandServed(let terms, let number, let graceEndsAt):
      "Demand \(number) served for \(MoneyText.text(terms.amount)); time to pay or answer until "
        + DateText.lastMinute(before: graceEndsAt, in: zone)
    case .responded(let answers, let late):
      "Respondent answered: "
        + answers.map { "item \($0.item) \(lower($0.kind.rawValue))" }.joined(separator: ", ")
        + (late ? " (after the time set)" : "")
    case .graceExpired: "Time to pay or answer is over"
    case .impasseDeclared(let by): "Impasse declared by the \(lower(by.rawValue))"
    default: nil
    }
  }

  private static func items(_ numbers: [Int]) -> String {
    (numbers.count == 1 ? "item " : "items ") + numbers.map(String.init).joined(separator: ", ")
  }

  private static func settlement(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .offerMade(let terms, let number, let by, let expiresAt):
      "Offer \(number) made by the \(lower(by.rawValue)): \(MoneyText.text(terms.amount))"
        + (terms.items.isEmpty ? "" : " for \(items(terms.items))") + ", open until "
        + DateText.lastMinute(before: expiresAt, in: zone)
    case .offerSuperseded(let number, let by): "Offer \(number) gave way to offer \(by)"
    case .offerCountered(let number, let by): "Offer \(number) countered by offer \(by)"
    case .offerAccepted(let number, let by, _, let signBy):
      "Offer \(number) accepted by the \(lower(by.rawValue)); to be signed by "
        + DateText.lastMinute(before: signBy, in: zone)
    case .offerRejected(let number, let by):
      "Offer \(number) rejected by the \(lower(by.rawValue))"
    case .offerWithdrawn(let number): "Offer \(number) withdrawn"
    case .offerExpired(let number): "Offer \(number) expired"
    case .agreementSigned(_, let by): "Agreement signed by the \(lower(by.rawValue))"
    case .settlementConcluded(let terms, _):
      "Settlement concluded at \(MoneyText.text(terms.amount)): every side has signed"
    case .partSettled(_, let terms, _, _, _):
      "Settlement of \(items(terms.items)) concluded at \(MoneyText.text(terms.amount)): every side has"
        + " signed; the rest of the claim goes on"
    case .agreementLapsed: "Agreement lapsed: not signed by every side in time"
    case .settlementAccelerated: "Settlement accelerated: the whole rest is due"
    case .claimReinstated: "The original claim stands again, less what was paid"
    case .settlementDefaulted(let instalment, _): "Settlement in default: instalment \(instalment)"
    case .settlementCured: "Default cured: the arrears are paid"
    case .settlementPerformed: "Settlement performed"
    case .paymentPosted(let payment, let number):
      "Payment \(number) of \(MoneyText.text(payment.amount)) posted, value "
        + DateText.day(payment.valueDate)
        + (payment.received.map {
          " (\(MoneyText.text($0.amount)) at \($0.rate.text) of \(DateText.day($0.rateOn)))"
        } ?? "")
    case .paymentReported(let report):
      "Respondent reports a payment of \(MoneyText.text(report.amount)) on "
        + DateText.day(report.paidOn)
    default: nil
    }
  }

  private static func mediation(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .mediationProposed(let by, let consentBy):
      "Mediation proposed by the \(lower(by.rawValue)); to be answered by "
        + DateText.lastMinute(before: consentBy, in: zone)
    case .groundRulesSigned(let by, _): "Ground rules signed by the \(lower(by.rawValue))"
    case .mediationConsented(let closesAt):
      "Mediation agreed; it closes at the latest on "
        + DateText.lastMinute(before: closesAt, in: zone)
    case .mediationDeclined(let by): "Mediation declined by the \(lower(by.rawValue))"
    case .mediationLapsed: "Mediation proposal not answered in time"
    case .mediationWithdrawn(let by): "Mediation ended by the \(lower(by.rawValue))"
    case .mediationEnded: "Mediation ended without a settlement"
    case .mediationReported(let report):
      "Mediator's report: mediation \(report.occurred ? "took place" : "did not take place"), "
        + "\(report.terminated ? "terminated" : "not terminated"), "
        + "\(report.settled ? "settlement reached" : "no settlement"), attended by "
        + sides(report.attending)
    case .sessionScheduled(let number, let startsAt):
      "Session \(number) set for \(DateText.moment(startsAt, in: zone))"
    case .sessionOpened(let number, let attending):
      "Session \(number) opened, attended by \(sides(attending))"
    case .sessionAdjourned(let number, let until):
      "Session \(number) adjourned" + (until.map { " to \(DateText.moment($0, in: zone))" } ?? "")
    case .sessionEnded(let number): "Session \(number) ended"
    case .caucusOpened(let session, let side):
      "Separate meeting with the \(lower(side.rawValue)) begun in session \(session)"
    case .caucusEnded(let session): "Separate meeting in session \(session) ended"
    case .mediationNoteAdded: "Mediation note added"
    default: nil
    }
  }

  private static func neutrals(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .neutralNominated(let seat, _): "\(title(seat)) nominated"
    case .nominationDeclined(let seat, _): "Nomination as \(lower(seat.rawValue)) declined"
    case .conflictsDisclosed(let seat, _, let disclosure, let objectBy):
      "\(title(seat)) made the disclosure: "
        + (disclosure.hasConflict ? "a conflict to be waived" : "no conflict")
        + "; objections until \(DateText.lastMinute(before: objectBy, in: zone))"
    case .neutralObjected(let seat, _, let ground, let by):
      "Objection to the \(lower(seat.rawValue)) by the \(lower(by.rawValue)) "
        + "(\(lower(ground.rawValue)))"
    case .objectionRuled(let seat, _, let upheld):
      "Objection to the \(lower(seat.rawValue)) \(upheld ? "upheld" : "overruled")"
    case .conflictWaived(let seat, _, let by):
      "The \(lower(by.rawValue)) waived the disclosed matters of the \(lower(seat.rawValue))"
    case .nomineeAgreed(let seat, _, let by):
      "The \(lower(by.rawValue)) agreed to the \(lower(seat.rawValue))"
    case .neutralAppointed(let seat, _): "\(title(seat)) appointed"
    case .neutralDischarged(let seat, _): "\(title(seat)) discharged"
    default: nil
    }
  }

  private static func arbitration(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .arbitrationDemanded(_, let by, let answerBy):
      "Arbitration demanded by the \(lower(by.rawValue)); to be answered by "
        + DateText.lastMinute(before: answerBy, in: zone)
    case .demandAnswered: "Demand for arbitration answered"
    case .answerLapsed: "Time to answer the demand for arbitration is over"
    case .defaultRequested: "Default requested; the claimant still proves the amount"
    case .orderIssued(let order, let number, _):
      "Order \(number) issued (\(lower(order.kind.rawValue)))"
        + (order.due.map { ", until \(DateText.day($0))" } ?? "")
    case .recordClosed(let awardBy):
      "Record closed; award by \(DateText.lastMinute(before: awardBy, in: zone))"
    case .recordReopened: "Record reopened"
    case .deliberationNoted: "Deliberation noted"
    case .consentAwardAsked(let by):
      "The \(lower(by.rawValue)) asks that the settlement be recorded as an award"
    case .consentAwardRequested(let agreed):
      "Award on agreed terms requested by all parties: \(MoneyText.text(agreed.amount))"
    case .consentAwardDeclined: "Award on agreed terms declined"
    case .consentAwardLapsed: "Request for an award on agreed terms lapsed with the settlement"
    case .awardIssued(let terms, _, _, _) where terms.agreed != nil:
      "Award on agreed terms issued: \(AwardSum.result(of: terms)), the last of it by "
        + DateText.day(terms.payBy)
    case .awardIssued(let terms, _, _, let late):
      "Award issued: \(AwardSum.result(of: terms)) by "
        + DateText.day(terms.payBy) + (late ? " (after its time)" : "")
    case .awardCorrected(_, let version): "Award corrected, version \(version)"
    case .awardFinal: "Award final"
    case .awardUnpaid: "Award unpaid after its day"
    default: nil
    }
  }

  private static func legal(_ event: Event) -> String? {
    switch event {
    case .pathAssessed(let choice): "Way forward assessed: \(lower(choice.rawValue))"
    case .collectionsPlaced(let contingency):
      "Placed with a collections agency at \(percent(contingency))"
    case .collectionsRecalled: "Recalled from collections"
    case .counselReferred: "Referred to counsel"
    case .courtFilingRecorded(let record): "Filed in court on \(DateText.day(record.on))"
    case .courtServiceRecorded(let record): "Served on \(DateText.day(record.on))"
    case .dismissalRecorded(let record, let refused):
      "\(refused ? "Claim refused" : "Dismissed without prejudice") on \(DateText.day(record.on))"
    case .judgmentRecorded(let record, let amount):
      "Judgment for \(MoneyText.text(amount)) on \(DateText.day(record.on))"
    case .enforcementRecorded(let record, let kind):
      "Enforcement by \(lower(kind.rawValue)) on \(DateText.day(record.on))"
    case .judgmentPaid: "Judgment paid; release to be recorded"
    case .satisfactionRecorded(let record):
      "Satisfaction recorded on \(DateText.day(record.on))"
    default: nil
    }
  }

  private static func expiry(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .limitationMoved(let limitation, _):
      "Limitation now ends on \(DateText.day(limitation.last))"
        + (limitation.finding?.begun.map { begun in
          "; begun anew by \(lower(begun.by.rawValue)) on \(DateText.day(begun.on))"
        } ?? "")
    case .expiryAlerted(let kind, let days, let endsAt):
      (kind == .limitation ? "The claim can be brought" : "The judgment can be enforced")
        + " until \(DateText.lastMinute(before: endsAt, in: zone)): \(count(days, "day")) left"
    case .judgmentExpirySet(let until, _):
      "The judgment can be enforced until \(DateText.day(until))"
    case .judgmentRenewed(let record, let until, _):
      "Judgment renewed on \(DateText.day(record.on)), until \(DateText.day(until))"
    case .judgmentExpired: "The judgment expired"
    case .remindersPaused(let until):
      "Reminders pause until \(DateText.lastMinute(before: until, in: zone))"
    case .contactWishesStated(let wishes):
      if wishes.ceases {
        "Respondent asked that contact for payment cease"
      } else if wishes.optedOut.isEmpty {
        "Respondent may be contacted in every way"
      } else {
        "Respondent asked not to be contacted by "
          + Channel.allCases.filter(wishes.optedOut.contains).map { lower($0.rawValue) }
          .joined(separator: ", ")
      }
    default: nil
    }
  }

  private static func procedure(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .paymentReversed(let number): "Payment \(number) reversed"
    case .chargePosted(let charge, let number):
      "Charge \(number) posted: \(lower(charge.kind.rawValue)), "
        + MoneyText.text(charge.amount)
    case .itemsSettled(let numbers): "Settled: \(items(numbers)); the rest goes on"
    case .itemsRevived(let numbers): "Claimed again: \(items(numbers))"
    case .postingReversed(let sum, let day, let number):
      "Reversal \(number): \(sum.wording) taken back from \(DateText.day(day))"
    case .settlementResumed: "Settlement to be performed again: a payment was reversed"
    case .neutralRecused(let seat, _): "\(title(seat)) left the seat"
    case .awardSetAside: "Award by default set aside; the demand is answered"
    case .holdPlaced(let terms, let number, let endsAt):
      "Hold \(number) placed: \(lower(terms.kind.rawValue))"
        + (endsAt.map { ", until \(DateText.lastMinute(before: $0, in: zone))" } ?? "")
    case .holdEnded(let number): "Hold \(number) is over"
    case .deadlineExtended(let longer, let dueAt):
      "More time, \(lower(longer.kind.name)): until "
        + DateText.lastMinute(before: dueAt, in: zone)
    case .claimAmended(let amendment, _):
      "Claim amended: " + count(amendment.items.count, "item") + " stated, "
        + count(amendment.withdrawn.count, "item") + " withdrawn"
    case .partyAmended(let amendment, _):
      amendment.replaces
        ? "Respondent replaced: the right one is to be served"
        : "Respondent's particulars corrected"
    case .disputeReopened: "Dispute reopened"
    case .exhibitSealed(let id, _): "Exhibit E-\(id.number) sealed"
    case .exhibitUnsealed(let id): "Exhibit E-\(id.number) unsealed"
    case .exhibitStruck(let id): "Exhibit E-\(id.number) struck from the record"
    default: nil
    }
  }

  private static func keeping(_ event: Event, _ zone: Zone) -> String {
    switch event {
    case .disputeClosed(let outcome): "Closed: \(lower(outcome.rawValue))"
    case .ownerAssigned: "Assigned to another broker"
    case .partyInvited(let side, let counsel):
      "\(title(side))\(counsel ? "'s counsel" : "") invited"
    case .partyJoined(let side, _, let counsel):
      "\(title(side))\(counsel ? "'s counsel" : "") joined"
    case .approvalRequested(let number, let act, let coolsUntil):
      "Approval \(number) asked for: \(name(act))"
        + (coolsUntil.map { "; sole principal, not before \(DateText.moment($0, in: zone))" } ?? "")
    case .approvalGranted(let number, let sole):
      "Approval \(number) granted" + (sole ? " by the sole principal" : "")
    case .approvalRefused(let number): "Approval \(number) refused"
    default: "Entry"
    }
  }

  /// What waits for a second person, in words.
  package static func name(_ act: ApprovalAct) -> String {
    switch act {
    case .writeOff: "write-off"
    case .referCollections(let contingency): "collections at \(percent(contingency))"
    case .referCounsel: "referral to counsel"
    case .changeContractForm(let form): "form of the contract: \(lower(form.rawValue))"
    case .makeOffer(let terms): "offer of \(MoneyText.text(terms.amount))"
    case .acceptOffer(let number, _): "acceptance of offer \(number)"
    }
  }

  private static func percent(_ basisPoints: Int) -> String {
    let hundredths = basisPoints % 100
    return hundredths == 0
      ? "\(basisPoints / 100) %"
      : "\(basisPoints / 100).\(hundredths < 10 ? "0" : "")\(hundredths) %"
  }

  static func lower(_ code: String) -> String {
    String(code.lowercased().map { $0 == "_" ? " " : $0 })
  }

  private static func title(_ seat: Seat) -> String {
    seat == .mediator ? "Mediator" : "Arbitrator"
  }

  private static func title(_ side: Side) -> String {
    side == .claimant ? "Claimant" : "Respondent"
  }

  private static func sides(_ attending: Set<Side>) -> String {
    let present = Side.allCases.filter(attending.contains).map { lower($0.rawValue) }
    return present.isEmpty ? "nobody" : present.joined(separator: " and ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
