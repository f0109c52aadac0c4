extension Decision {
  mutating func actOnMoney(_ command: Command) throws(Refusal) {
    switch command {
    case .postPayment(let payment):
      guard
        !caseFile.payments.contains(where: { $0.payment.bankReference == payment.bankReference })
      else { throw .alreadyExists(what: "payment") }
      var problems = Problems()
      problems.require(payment.valueDate <= today, "value_date", "Must not lie ahead.")
      let (_, overflow) = caseFile.paid(after: 0).addingReportingOverflow(payment.amount.minorUnits)
      problems.require(!overflow, "amount", "The sum of the payments is too large.")
      guard problems.found.isEmpty else { throw .invalid(problems.found) }
      let number = (caseFile.payments.map(\.number).max() ?? 0) + 1
      enter(
        .paymentPosted(payment, number: number), words: words("payment", numbered: "\(number)"))
    case .reportPayment(let report):
      if report.paidOn > today {
        throw .invalid([FieldProblem("paid_date", "Must not lie ahead.")])
      }
      if let proof = report.proof { try checkProof(proof, .reportPayment) }
      enter(
        .paymentReported(report),
        words: words("payment", numbered: "report-\(caseFile.reports.count + 1)"))
    default: break
    }
  }
}
