extension Dispute {
  /// Whether a judgment, a settlement signed by all or an award says what is owed, instead of the
  /// claim items with their interest and charges.
  package var isSumDecided: Bool {
    caseFile.legal.judgmentAmount != nil || settlement.concluded != nil
      || caseFile.arbitration?.award != nil
  }

  /// What the claim items, their interest and the charges come to as of a day, by the facts as they
  /// are known now: a payment that came later but counts from that day or before is in it. Nil where
  /// ``isSumDecided``. A day to come is reckoned as if nothing more happened until then.
  package func quote(asOf day: CivilDate, given: Given) -> Quote? {
    guard !isSumDecided else { return nil }
    return QuoteReckoning.quote(
      reckoningTerms(
        asOf: day, closedAt: closedAt, reversed: caseFile.reversed, given: given),
      items: caseFile.countedItems, charges: caseFile.charges, payments: caseFile.payments,
      parts: settlement.parts)
  }

  /// What remains to be paid as of a day: the quote, or what a decision or a settlement left.
  package func balance(on day: CivilDate, given: Given) -> Money {
    if isSumDecided, let decided = decidedQuote(asOf: day, given: given) {
      let sum = decided.balance.minorUnits.adding(saturating: partsUnpaid)
      return Money(minorUnits: sum, currency: currency)
    }
    guard !isPlain, let quote = quote(asOf: day, given: given) else { return balance }
    return quote.balance
  }

  /// Whether the items alone say what is owed, so that no day matters.
  var isPlain: Bool {
    caseFile.opening.interest == nil && caseFile.charges.isEmpty && settlement.parts.isEmpty
  }

  /// What of it is neither contested nor paid (T7), in the smallest unit.
  func uncontestedBalance(on day: CivilDate, given: Given) -> Int64 {
    guard !isPlain, quote(asOf: day, given: given) != nil else { return uncontestedBalance }
    let contested = caseFile.items.lazy
      .filter { $0.standing != .withdrawn && $0.standing != .denied && $0.standingBefore == nil }
      .map { min($0.item.amount.minorUnits, $0.contested?.minorUnits ?? 0) }
      .saturatingSum
    return max(0, claimBalance(on: day, given: given).minorUnits - contested)
  }

  /// What was paid beyond that.
  package func credit(on day: CivilDate, given: Given) -> Money {
    if isSumDecided, let decided = decidedQuote(asOf: day, given: given) {
      return Money(minorUnits: decided.credit, currency: currency)
    }
    guard !isPlain, let quote = quote(asOf: day, given: given) else { return credit }
    return Money(minorUnits: quote.credit, currency: currency)
  }

  var closedAt: Instant? {
    caseFile.status == .closed ? caseFile.passed.last?.leftAt : nil
  }

  func reckoningTerms(
    asOf day: CivilDate, closedAt: Instant?, reversed: [PostedSum: CivilDate], given: Given
  ) -> QuoteReckoning.Terms {
    QuoteReckoning.Terms(
      asOf: day, currency: currency,
      profile: caseFile.opening.interest.flatMap { _ in given.interest },
      contractBasisPoints: caseFile.opening.interest?.contractBasisPoints,
      accruesUntil: closedAt.map { given.zone.date(at: $0) },
      barred: barredDays(in: given.zone), reversed: reversed)
  }

  /// The days that bear no interest.
  func barredDays(in zone: Zone) -> [ClosedRange<Int>] {
    let paused = caseFile.writeOffPauses.compactMap { pause -> ClosedRange<Int>? in
      let first = zone.date(at: pause.from).daysSinceEpoch + 1
      return pause.until.daysSinceEpoch < first ? nil : first...pause.until.daysSinceEpoch
    }
    return (caseFile.holds.barredSpans(in: zone) + paused).merged
  }
}

extension [Hold] {
  /// The days that bear no interest because of a hold, as spans in order: from the day after it was
  /// placed to the day it ended. So no day changes once it has been posted.
  fileprivate func barredSpans(in zone: Zone) -> [ClosedRange<Int>] {
    lazy.filter { $0.terms.kind.blocks.contains(.accrue) }
      .compactMap { hold -> ClosedRange<Int>? in
        let first = zone.date(at: hold.placedAt).daysSinceEpoch + 1
        guard let end = hold.endedAt ?? hold.endsAt else { return first...Int(Int32.max) }
        let last = zone.date(at: end.adding(milliseconds: -1)).daysSinceEpoch
        return last < first ? nil : first...last
      }
  }
}

extension [ClosedRange<Int>] {
  /// The same days in order, as spans apart from each other.
  fileprivate var merged: [ClosedRange<Int>] {
    sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, span in
      guard let last = merged.last, span.lowerBound <= last.upperBound + 1 else {
        return merged.append(span)
      }
      merged[merged.count - 1] = last.lowerBound...Swift.max(last.upperBound, span.upperBound)
    }
  }
}
