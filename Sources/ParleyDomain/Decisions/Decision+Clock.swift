extension Decision {
  /// What a deadline brings about.
  mutating func fall(_ kind: DeadlineKind) {
    let status = caseFile.status
    switch kind {
    case .cure: close(.withdrawnWithoutPrejudice, rule: "T3")
    case .grace:
      let isOwed = dispute.uncontestedBalance(on: today, given: given) > 0 && balance.isPositive
      if isOwed, [.demandServed, .admitted, .contested].contains(status) {
        move(.graceExpired, to: .graceExpired, rule: "T7")
      } else {
        enter(.graceExpired)
      }
    case .offerExpiry(let number): enter(.offerExpired(number: number))
    case .signing: enter(.agreementLapsed)
    case .biddingConsent:
      guard let bidding = dispute.settlement.bidding else { return }
      enter(.biddingEnded(number: bidding.number, .lapsed))
    case .bidRound(let number): fallRound(number)
    case .mediationConsent: moveMediation(.mediationLapsed, to: .negotiationImpasse, rule: "T11")
    case .mediationWindow: moveMediation(.mediationEnded, to: .mediationImpasse, rule: "T14")
    case .answer:
      move(
        .answerLapsed, to: profile.silenceIsDenial ? .answered : .defaultEligible, rule: "T16")
    case .correctionWindow: move(.awardFinal, to: .awardFinal, rule: "T19")
    case .payBy: move(.awardUnpaid, to: .awardUnpaid, rule: "T20")
    case .instalment(let number):
      let clause = dispute.settlement.termsInForce?.defaultClause
      enter(
        .settlementDefaulted(
          instalment: number, cureBy: clause.map { end(afterDays: $0.cureDays) }))
    case .holdEnd(let number): enter(.holdEnded(number: number))
    case .reply: enter(.counterclaimReplyLapsed)
    case .exhibitCure(let number): enter(.exhibitDeficiencyLapsed(number: number))
    case .recordedContest: enter(.contestPeriodEnded, in: .caseFile)
    case .settlementContest: enter(.contestPeriodEnded, in: .settlement)
    case .judgmentExpiry: enter(.judgmentExpired)
    case .limitationAlert(let days):
      let endsAt = dispute.deadline(.limitation)?.dueAt ?? caseFile.limitation.endsAt
      enter(.expiryAlerted(.limitation, daysBefore: days, endsAt: endsAt))
    case .judgmentAlert(let days):
      guard let endsAt = dispute.deadline(.judgmentExpiry)?.dueAt else { return }
      enter(.expiryAlerted(.judgment, daysBefore: days, endsAt: endsAt))
    case .objectionWindow, .exchange, .award, .limitation, .reminder, .planCure: break
    }
  }

  /// What follows by itself from what is true now: a settlement is cured or performed, a case ends
  /// because nothing is owed any more.
  mutating func follow() {
    guard caseFile.status.isOpen else { return }
    let state = dispute.settlement.state
    if state == .defaulted, !dispute.isInArrears { enter(.settlementCured) }
    followPart()
    guard !balance.isPositive else { return }
    switch caseFile.status {
    case .judgment, .enforcing:
      return move(.judgmentPaid, to: .satisfiedPendingRelease, rule: "T23")
    case .satisfiedPendingRelease: return
    default: break
    }
    if dispute.settlement.concluded != nil, state == .performing || state == .defaulted {
      return followSettlement()
    }
    followAward()
  }

  /// What was agreed is paid. Where an award records it, it is the award that was satisfied, once it
  /// is final.
  private mutating func followSettlement() {
    guard caseFile.arbitration?.award?.terms.agreed != nil else {
      enter(.settlementPerformed)
      return close(.settledPerformed, rule: "O9")
    }
    guard caseFile.status != .awardIssued else { return }
    enter(.settlementPerformed)
    close(.awardSatisfied, rule: "T20")
  }

  private mutating func followAward() {
    guard let award = caseFile.arbitration?.award else {
      // What is claimed from the claimant is still to be decided.
      guard caseFile.arbitration?.openCounterclaim == nil else { return }
      // Where every item was settled apart, nothing was paid but what was agreed.
      let areSettled = dispute.openItems.isEmpty && !caseFile.countedItems.isEmpty
      return close(
        areSettled ? .settledPerformed : .paidInFull, rule: areSettled ? "O9" : "T26")
    }
    // Until the award is final it may be corrected; then it is what was paid or denied.
    guard caseFile.status != .awardIssued else { return }
    let isDenied =
      award.bounded?.amount.isZero ?? award.terms.dueToClaimant?.isZero ?? false
    close(isDenied ? .claimDenied : .awardSatisfied, rule: "T20")
  }
}
