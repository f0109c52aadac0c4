/// The accounts of the ledger of a dispute, in one currency. What is owed stands on the first five;
/// `claim` is the counter-account of what the claimant says is owed.
package enum LedgerAccount: String, CaseIterable, Sendable {
  case principal = "PRINCIPAL"
  case interest = "INTEREST"
  case lateFee = "LATE_FEE"
  case costs = "COSTS"
  case compensation = "COMPENSATION"
  /// Money that came.
  case payment = "PAYMENT"
  /// Money that came beyond what is owed.
  case credit = "CREDIT"
  /// What the claimant no longer expects. It is still owed.
  case writeOff = "WRITE_OFF"
  /// Money that came after all on what was written off.
  case recovery = "RECOVERY"
  /// What an award, a judgment or a settlement changed.
  case awardAdjust = "AWARD_ADJUST"
  case claim = "CLAIM"

  /// The accounts on which something is owed.
  package static let receivable: [LedgerAccount] = [
    .costs, .lateFee, .compensation, .interest, .principal,
  ]
}
