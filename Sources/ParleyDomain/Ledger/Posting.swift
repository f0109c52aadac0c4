/// One entry of the ledger: lines whose amounts sum to zero. It depends only on what had been filed
/// when it was made, so what follows never changes it; it is undone by another posting.
package struct Posting: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// The claim, as filed or as amended.
    case claim = "CLAIM"
    /// Interest and the fixed sum, up to the day of the next posting.
    case accrual = "ACCRUAL"
    case charge = "CHARGE"
    case payment = "PAYMENT"
    case reversal = "REVERSAL"
    case award = "AWARD"
    case judgment = "JUDGMENT"
    case settlement = "SETTLEMENT"
    case writeOff = "WRITE_OFF"
    case recovery = "RECOVERY"
  }

  /// What a posting is about.
  package enum Reference: Hashable, Sendable {
    case payment(Int)
    case charge(Int)
    case compensation(item: Int)
    case writeOff
  }

  /// One account of one item or charge.
  package struct Line: Hashable, Sendable {
    package let account: LedgerAccount
    /// Number of the claim item or the charge; 0 where it belongs to none.
    package let number: Int
    /// What is owed, or money that came, is positive; the counter-entry negative.
    package let amount: Int64
  }

  /// From 1, in the order of the ledger.
  package let number: Int
  package let kind: Kind
  /// The day it counts from.
  package let valueDate: CivilDate
  /// When it was filed; for an accrual, that of the posting it was made for.
  package let postedAt: Instant
  /// What it posts or takes back; nil where there is no such thing.
  package let reference: Reference?
  package let lines: [Line]
  /// What is left to pay after it; negative when too much was paid.
  package let balance: Int64
}
