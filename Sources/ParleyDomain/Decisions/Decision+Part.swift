extension Decision {
  /// What is left to pay today on some claim items.
  func owed(on items: [Int]) -> [ItemBalance] {
    dispute.owed(on: items, asOf: today, given: given)
  }

  /// What an offer is measured by: all that is owed, or what is owed on the items it names.
  func measure(of terms: OfferTerms) -> Money {
    guard !terms.items.isEmpty else { return balance }
    return Money(
      minorUnits: owed(on: terms.items).map(\.total).saturatingSum, currency: dispute.currency)
  }

  /// Whether the items of an offer can be settled apart: each still claimed, not all that is left, and
  /// nothing decided over them yet. A judgment that the respondent consents to is one of the whole
  /// claim, and no remedy for some of it.
  func checkItems(of terms: OfferTerms) throws(Refusal) {
    guard !terms.items.isEmpty else { return }
    if dispute.isSumDecided { throw unmet(.sumDecided, .makeOffer) }
    var problems = Problems()
    let open = Set(dispute.openItems.map(\.number))
    for (index, item) in terms.items.enumerated() where !open.contains(item) {
      let standing = caseFile.items.first { $0.item.number == item }?.standing
      problems.add(
        "items[\(index)]",
        standing == nil
          ? "There is no claim item \(item)."
          : "Claim item \(item) is \(standing == .withdrawn ? "withdrawn" : "settled"); name items"
            + " that are still claimed.")
    }
    problems.require(
      Set(terms.items) != open, "items",
      "These are all that is still claimed; leave the items out to settle the whole.")
    problems.require(
      terms.defaultClause?.remedy != .consentJudgment, "default_clause.remedy",
      "A judgment by consent is one of the whole claim; agree on ACCELERATE or REINSTATE.")
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
  }

  /// Every party has signed: the items are settled for what was agreed, and the rest of the claim goes
  /// on where it stands. Refuses where less is owed on them by now than was agreed.
  mutating func conclude(_ offer: Int, _ terms: OfferTerms, by: [Instant]) {
    let paid = owed(on: terms.items).map(\.paid).saturatingSum
    enter(
      .partSettled(
        offer: offer, terms, on: today,
        paidBefore: Money(minorUnits: paid, currency: dispute.currency), instalmentsBy: by))
    enter(.itemsSettled(terms.items))
  }

  /// What was agreed is paid: the items are done with, and what remains is the rest of the claim.
  mutating func followPart() {
    let state = dispute.settlement.state
    guard let part = dispute.settlement.part, state == .performing || state == .defaulted,
      dispute.unpaid(of: part) == 0
    else { return }
    enter(.settlementPerformed)
  }

  /// Takes the items up again as they stood, with the interest since, less what was paid (O8). Refuses
  /// once an award or a judgment has decided the rest without them.
  mutating func reviveItems(of part: PartSettlement) throws(Refusal) {
    guard caseFile.arbitration?.award == nil, caseFile.legal.judgmentAmount == nil else {
      throw unmet(.sumDecided, .electRemedy, next: NextStep(.referCounsel, by: .claimant))
    }
    enter(.claimReinstated)
    enter(.itemsRevived(part.terms.items))
  }
}

extension Dispute {
  /// What of the sum agreed for some items is unpaid.
  package func unpaid(of part: PartSettlement) -> Int64 {
    let unpaid = settlement.parts.shares(of: caseFile.payments).unpaid
    return zip(settlement.parts, unpaid).first { $0.0.offer == part.offer }?.1 ?? 0
  }
}
