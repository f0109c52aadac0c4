extension Decision {
  /// Takes back a charge, a fixed sum or a write-off that was wrong (P4), from today or from an earlier
  /// day, at the earliest that of the posting. Nothing is erased: the ledger shows both.
  ///
  /// Of a charge and a fixed sum, what payments had been set against it is set anew from that day, by
  /// the order of the profile, and is credit where nothing is owed. Refuses what an award, a judgment
  /// or an agreement rests on, since that was decided or signed with it. A write-off taken back opens
  /// the dispute again, as T27 does; what came since as recovery counts as paid. One person of the
  /// claimant's team suffices: nothing is given up.
  ///
  /// Refuses a second reversal, and that of a reversal: what is owed after all is posted anew.
  mutating func reverse(_ sum: PostedSum, on asked: CivilDate?) throws(Refusal) {
    let first = try earliestReversal(of: sum)
    let day = asked ?? today
    var problems = Problems()
    problems.require(day <= today, "value_date", "Must not lie ahead.")
    problems.require(
      day >= first, "value_date",
      "Must not be before \(first.text), the day of what it takes back.")
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    let number = caseFile.reversals.count + 1
    enter(
      .postingReversed(sum, on: day, number: number),
      words: words("postingReversal", numbered: "\(number)"))
    if sum == .writeOff { reopen() }
  }

  /// The day of the posting, or why it is not taken back.
  private func earliestReversal(of sum: PostedSum) throws(Refusal) -> CivilDate {
    if sum != .writeOff, caseFile.reversed[sum] != nil {
      throw unmet(.alreadyReversed, .reversePosting, next: NextStep(.postCharge, by: .claimant))
    }
    switch sum {
    case .charge(let number):
      guard let posted = caseFile.charges.first(where: { $0.number == number }) else {
        throw .notFound
      }
      try dispute.checkUndecided(.reversePosting)
      return posted.charge.on
    case .compensation(let item):
      try dispute.checkUndecided(.reversePosting, of: item)
      let owed = dispute.quote(asOf: today, given: given)?.compensation.first { $0.item == item }
      guard let owed else { throw unmet(.noSuchPosting, .reversePosting) }
      return owed.on
    case .writeOff: return try earliestReopening()
    case .reversal(let number):
      guard caseFile.reversals.contains(where: { $0.number == number }) else { throw .notFound }
      throw unmet(.reversalFinal, .reversePosting, next: NextStep(.postCharge, by: .claimant))
    }
  }

  /// The day of the write-off. A claim that can no longer be brought, and one that is claimed in
  /// another dispute by now, stay closed.
  private func earliestReopening() throws(Refusal) -> CivilDate {
    guard caseFile.outcome == .writtenOff, let closedAt = dispute.closedAt else {
      throw unmet(.noSuchPosting, .reversePosting)
    }
    let canLapse = !dispute.isSumDecided && caseFile.legal.filing == nil
    if canLapse, today > caseFile.limitation.last {
      throw unmet(.limitationPassed, .reversePosting)
    }
    try checkClaimedOnce(.reversePosting)
    return given.zone.date(at: closedAt)
  }
}

extension Dispute {
  /// Nothing is taken back from under a decision or a signature.
  func checkUndecided(_ action: Action, of item: Int? = nil) throws(Refusal) {
    if settlement.state == .signing {
      throw unmet(
        .agreementUnsigned, action, earliest: deadline(.signing)?.dueAt,
        next: NextStep(.signAgreement, by: unsigned.first?.standing ?? .claimant))
    }
    let isSettled = settlement.parts.contains { item.map($0.terms.items.contains) ?? false }
    guard isSumDecided || isSettled else { return }
    let canReinstate =
      settlement.state == .defaulted
      && settlement.termsInForce?.defaultClause?.remedy == .reinstate
    throw unmet(
      .postingDecided, action,
      next: NextStep(canReinstate ? .electRemedy : .writeOff, by: .claimant))
  }
}
