/// Something on the ledger that one reversal undoes as a whole. Payments have a reversal of their own.
package enum PostedSum: Hashable, Sendable {
  /// Costs or a late fee, by their number.
  case charge(Int)
  /// The fixed sum for the late payment of an item.
  case compensation(item: Int)
  /// The write-off that closed the dispute.
  case writeOff
  /// A reversal: named only to be told that it stands.
  case reversal(Int)
}

/// A posting that was taken back, counted from 1. Why is the word `postingReversal.N.reason`.
package struct PostingReversal: Hashable, Sendable {
  package let number: Int
  package let of: PostedSum
  /// The day it counts from: quotes for earlier days stay as they were.
  package let on: CivilDate
  package let postedAt: Instant
}

/// A charge or fixed sum in a quote that was taken back.
package struct QuotedReversal: Hashable, Sendable {
  package let of: PostedSum
  package let on: CivilDate
  package let account: LedgerAccount
  /// Number of the charge, or of the claim item for a fixed sum.
  package let number: Int
  /// What no longer counts, as it was charged.
  package let amount: Int64
}

/// Days of a write-off that was taken back; they bear no interest.
package struct WriteOffPause: Hashable, Sendable {
  package let from: Instant
  /// The day the reversal counts from.
  package let until: CivilDate
}

extension CaseFile {
  /// What of the charges and fixed sums was taken back, and from which day.
  var reversed: [PostedSum: CivilDate] {
    Dictionary(reversals.map { ($0.of, $0.on) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether there may be something to take back: a charge that stands, a fixed sum of the interest
  /// profile, or a write-off.
  var hasReversible: Bool {
    let reversed = reversed
    return opening.interest != nil || status == .closed && outcome == .writtenOff
      || charges.contains { reversed[.charge($0.number)] == nil }
  }
}
