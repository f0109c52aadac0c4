extension Decision {
  /// What is owed as of the day of the decision.
  var balance: Money { dispute.balance(on: today, given: given) }

  /// Adds costs, or a late fee, to what is owed (P3). Refuses a late fee without the clause that
  /// provides for it, a charge without its paper, and one that lies ahead. The rules refuse it while
  /// a hold bars charges, and once a sum is decided: what an award or a judgment left out is not
  /// added beside it. A repeat under another request id posts another charge.
  mutating func post(_ charge: Charge) throws(Refusal) {
    var problems = Problems()
    problems.require(charge.on <= today, "charge_date", "Must not lie ahead.")
    let first = caseFile.countedItems.map(\.due).min()
    problems.require(
      first.map { $0 < charge.on } ?? true, "charge_date",
      "Must be after the first item fell due.")
    let reversed = caseFile.reversed
    let sum = caseFile.charges.filter { reversed[.charge($0.number)] == nil }
      .map(\.charge.amount.minorUnits).saturatingSum
    problems.require(
      sum.adding(saturating: charge.amount.minorUnits) <= ShapeLimits.interestBearing, "amount",
      "The sum of the charges is too large.")
    problems.require(
      caseFile.charges.count < ShapeLimits.charges, "amount",
      "At most \(ShapeLimits.charges) charges.")
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    if charge.kind == .lateFee, !caseFile.opening.clauses.contains(.lateFee) {
      throw unmet(.feeClauseMissing, .postCharge)
    }
    try checkProof(charge.exhibit, .postCharge)
    let number = caseFile.charges.count + 1
    enter(.chargePosted(charge, number: number), words: words("charge", numbered: "\(number)"))
  }
}
