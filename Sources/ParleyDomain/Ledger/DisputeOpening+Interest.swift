extension DisputeOpening {
  /// What is wrong with the fields that pin the interest.
  func checkInterest(_ problems: inout Problems, total: Money?) {
    guard let interest else { return }
    problems.token(
      interest.profile, "interest_profile", charactersMax: ShapeLimits.reference)
    if let rate = interest.contractBasisPoints {
      problems.require(
        (1...ShapeLimits.contractBasisPoints).contains(rate), "contract_rate_basis_points",
        "Must be 1 to \(ShapeLimits.contractBasisPoints).")
    }
    problems.require(
      (total?.minorUnits ?? 0) <= ShapeLimits.interestBearing, "items",
      "The sum of the items is too large to bear interest here.")
    for (index, item) in items.enumerated() {
      problems.require(
        item.due.year >= ShapeLimits.interestYearFirst, "items[\(index)].due_date",
        "Interest is reckoned from \(ShapeLimits.interestYearFirst) on.")
    }
  }

  /// Whether the pinned interest fits the claim (T1). Refuses statutory interest against an
  /// individual, and where the contract has a rate of its own; a contract rate without the clause;
  /// a currency or a day that the tables know nothing of. They are told at once, since a dispute
  /// keeps its interest for good.
  func checkInterest(_ given: Given) throws(Refusal) {
    guard let interest else { return }
    guard let profile = given.interest, profile.name == interest.profile else {
      throw .invalid([FieldProblem("interest_profile", "There is no such interest profile.")])
    }
    var problems = Problems()
    problems.require(
      profile.currencies.isEmpty || profile.currencies.contains(currency.code),
      "interest_profile",
      "It is for \(profile.currencies.sorted().joined(separator: ", ")), not \(currency.code).")
    problems.require(
      (profile.rate == .contract) == (interest.contractBasisPoints != nil),
      "contract_rate_basis_points", "Goes with a profile of a contract rate, and only with that.")
    for (index, item) in items.enumerated() {
      problems.add(profile.problem(with: item), at: "items[\(index)].due_date")
    }
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    if profile.businessOnly, debtorKind == .individual { throw unmet(.statutoryInterestB2BOnly) }
    if profile.yieldsToContract, clauses.contains(.interestRate) {
      throw unmet(.contractRateGoverns)
    }
    if profile.rate == .contract, !clauses.contains(.interestRate) {
      throw unmet(.interestClauseMissing)
    }
  }

  private func unmet(_ condition: Precondition) -> Refusal {
    .unmet(condition, .createDispute, rule: "T1", earliest: nil, next: nil)
  }
}

extension InterestProfile {
  /// Why an item cannot bear interest under this profile: its table begins later.
  func problem(with item: ClaimItem) -> String? {
    guard case .reference(let table, _, _, _) = rate, let start = table.start else { return nil }
    // The half-year in which interest starts may be read on the day before it.
    guard item.due.halfYearStart.adding(days: -1) < start else { return nil }
    return "The rates of \(table.name) begin on \(start.text)."
  }
}

extension Decision {
  /// The same limits for items that are amended.
  func checkInterest(on items: [ClaimItem], _ problems: inout Problems) {
    guard caseFile.opening.interest != nil else { return }
    let replaced = Set(items.map(\.number))
    let total = caseFile.countedItems.filter { !replaced.contains($0.number) } + items
    problems.require(
      total.map(\.amount.minorUnits).saturatingSum <= ShapeLimits.interestBearing, "items",
      "The sum of the items is too large to bear interest here.")
    for (index, item) in items.enumerated() {
      problems.require(
        item.due.year >= ShapeLimits.interestYearFirst, "items[\(index)].due_date",
        "Interest is reckoned from \(ShapeLimits.interestYearFirst) on.")
      problems.add(given.interest?.problem(with: item), at: "items[\(index)].due_date")
    }
  }
}

extension Problems {
  fileprivate mutating func add(_ problem: String?, at field: String) {
    if let problem { add(field, problem) }
  }
}

extension Dispute {
  /// A rate of the contract is proved by the contract (T2).
  func checkInterestClause(_ given: Given) throws(Refusal) {
    guard caseFile.opening.interest?.contractBasisPoints != nil else { return }
    guard records(in: .caseFile).exhibits.contains(where: { $0.offer.kind == .contract }) else {
      throw unmet(
        .interestClauseMissing, .fileDispute, next: NextStep(.addExhibit, by: .claimant))
    }
  }
}

extension CivilDate {
  /// `2024-06-30`.
  package var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
