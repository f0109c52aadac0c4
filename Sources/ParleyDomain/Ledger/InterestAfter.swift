/// Interest on a sum that was decided: at the rate awarded, or by a sourced table of the law.
package struct InterestAfter: Hashable, Sendable {
  package let pin: InterestPin
  /// The last day that bears none: the day by which an award is to be paid, or that of a judgment.
  package let from: CivilDate

  package init(pin: InterestPin, from: CivilDate) {
    self.pin = pin
    self.from = from
  }
}

extension Dispute {
  /// The interest that runs on what governs now; nil where none was decided, and for settlements, whose
  /// terms say all that is owed.
  package var interestAfter: InterestAfter? {
    switch governing {
    case .judgment: caseFile.legal.interestAfter
    case .award: caseFile.arbitration?.award?.interestAfter
    case .settlement, .items: nil
    }
  }

  /// What a decided sum comes to as of a day, with the interest since; nil where none runs on it. The
  /// whole sum bears it, as one item numbered 0. Payments are set against that interest first, as the
  /// profile says.
  package func decidedQuote(asOf day: CivilDate, given: Given) -> Quote? {
    guard let after = interestAfter, owed.isPositive else { return nil }
    return QuoteReckoning.decided(
      owed, after, payments: countedPayments,
      terms: reckoningTerms(after: after, asOf: day, closedAt: closedAt, given: given))
  }

  func reckoningTerms(
    after: InterestAfter, asOf day: CivilDate, closedAt: Instant?, given: Given
  ) -> QuoteReckoning.Terms? {
    guard let profile = given.interestShelf[after.pin.profile] else { return nil }
    return QuoteReckoning.Terms(
      asOf: day, currency: currency, profile: profile,
      contractBasisPoints: after.pin.contractBasisPoints,
      accruesUntil: closedAt.map { given.zone.date(at: $0) },
      barred: barredDays(in: given.zone))
  }
}

extension QuoteReckoning {
  static func decided(
    _ sum: Money, _ after: InterestAfter, payments: [PostedPayment], terms: Terms?
  ) -> Quote? {
    terms.map {
      quote(
        $0, items: [ClaimItem(number: 0, issued: nil, due: after.from, amount: sum)], charges: [],
        payments: payments)
    }
  }
}

extension Decision {
  /// Whether interest after a decision can be reckoned. Refuses a profile that is not there, one with
  /// a fixed sum for late payment, which no decision carries, and a day its table knows nothing of.
  func check(
    _ pin: InterestPin?, from day: CivilDate, _ problems: inout Problems
  ) {
    guard let pin else { return }
    guard let profile = given.interestShelf[pin.profile] else {
      return problems.add("interest_after.profile", "There is no such interest profile.")
    }
    problems.require(
      profile.compensation.isEmpty, "interest_after.profile",
      "It is for late payment, with a fixed sum; name one for decided sums, or the rate.")
    problems.require(
      profile.currencies.isEmpty || profile.currencies.contains(dispute.currency.code),
      "interest_after.profile",
      "It is for \(profile.currencies.sorted().joined(separator: ", ")).")
    problems.require(
      (profile.rate == .contract) == (pin.contractBasisPoints != nil),
      "interest_after.rate_basis_points",
      "Goes with the profile of a stated rate, and only with that.")
    if let rate = pin.contractBasisPoints {
      problems.require(
        (1...ShapeLimits.contractBasisPoints).contains(rate), "interest_after.rate_basis_points",
        "Must be 1 to \(ShapeLimits.contractBasisPoints).")
    }
    let item = ClaimItem(number: 0, issued: nil, due: day, amount: .zero(dispute.currency))
    if let problem = profile.problem(with: item) {
      problems.add("interest_after.profile", problem)
    }
  }
}
