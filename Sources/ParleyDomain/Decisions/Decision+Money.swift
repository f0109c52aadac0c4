extension Decision {
  mutating func actOnMoney(_ command: Command) throws(Refusal) {
    switch command {
    case .postPayment(let payment):
      guard
        !caseFile.payments.contains(where: { $0.payment.bankReference == payment.bankReference })
      else { throw .alreadyExists(what: "payment") }
      var problems = Problems()
      problems.require(payment.valueDate <= today, "value_date", "Must not lie ahead.")
      if let received = payment.received {
        problems.require(received.rateOn <= today, "received.rate_date", "Must not lie ahead.")
        try check(received, comesTo: payment.amount)
      }
      let (_, overflow) = caseFile.paid(after: 0).addingReportingOverflow(payment.amount.minorUnits)
      problems.require(!overflow, "amount", "The sum of the payments is too large.")
      guard problems.found.isEmpty else { throw .invalid(problems.found) }
      if let enforcement = payment.enforcement,
        !caseFile.legal.enforcements.contains(where: { $0.number == enforcement })
      {
        throw unmet(
          .noSuchEnforcement, .postPayment, next: NextStep(.recordEnforcement, by: .claimant))
      }
      try check(payment.tender, of: payment.amount)
      let number = (caseFile.payments.map(\.number).max() ?? 0) + 1
      enter(
        .paymentPosted(payment, number: number), words: words("payment", numbered: "\(number)"))
    case .reversePayment(let number): try reverse(number)
    case .postCharge(let charge): try post(charge)
    case .reversePosting(let sum, let day): try reverse(sum, on: day)
    case .reportPayment(let report):
      if report.paidOn > today {
        throw .invalid([FieldProblem("paid_date", "Must not lie ahead.")])
      }
      if let proof = report.proof { try checkProof(proof, .reportPayment) }
      enter(
        .paymentReported(report),
        words: words("payment", numbered: "report-\(caseFile.reports.count + 1)"))
      pauseReminders()
    default: break
    }
  }

  /// What is marked as full and final is decided as an offer of the respondent first.
  private func check(_ tender: Tender?, of amount: Money) throws(Refusal) {
    guard let tender else { return }
    let next = NextStep(.makeOffer, by: .respondent)
    guard case .decided(let number) = tender,
      let offer = dispute.settlement.offers.first(where: { $0.number == number }),
      offer.by == .respondent, offer.step == .accepted || offer.step == .rejected
    else { throw unmet(.tenderUndecided, .postPayment, next: next) }
    guard offer.terms.amount == amount else {
      throw .amountDiffers(
        field: "amount", given: amount, expected: offer.terms.amount, rule: "P1")
    }
  }

  /// The ledger stays in the currency of the claim: what came, times the rate, is what counts.
  private func check(
    _ received: ForeignReceipt, comesTo amount: Money
  ) throws(Refusal) {
    guard let expected = received.rate.convert(received.amount, to: amount.currency) else {
      throw .invalid([FieldProblem("received.rate", "What it comes to is too large.")])
    }
    guard expected == amount else {
      throw .amountDiffers(field: "amount", given: amount, expected: expected, rule: "P1")
    }
  }

  /// Money that did not come after all. What was closed as paid is open again (T27).
  private mutating func reverse(_ number: Int) throws(Refusal) {
    guard let posted = caseFile.payments.first(where: { $0.number == number }) else {
      throw .notFound
    }
    guard !posted.reversed else { throw unmet(.noSuchPayment, .reversePayment) }
    enter(
      .paymentReversed(number: number), words: words("reversal", numbered: "\(number)"))
    guard balance.isPositive else { return }
    switch (caseFile.status, caseFile.outcome) {
    case (.satisfiedPendingRelease, _), (.closed, .paidInFull), (.closed, .awardSatisfied),
      (.closed, .judgmentSatisfied):
      reopen()
    case (.closed, .settledPerformed):
      reopen()
      // What was agreed on some items is owed at once; a settlement of the whole goes on as planned.
      if dispute.settlement.concluded != nil {
        enter(.settlementResumed(instalmentsBy: instalmentsBy))
      }
    default: break
    }
  }
}
