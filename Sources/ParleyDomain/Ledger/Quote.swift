/// What is owed as of a day, with every step of the arithmetic. It is reckoned from the facts each
/// time and stored nowhere; the same facts give the same quote, on every machine.
package struct Quote: Hashable, Sendable {
  package let asOf: CivilDate
  package let currency: Currency
  /// The interest it goes by; nil for none.
  package let profile: InterestProfile?
  /// The claim items that count, the oldest first.
  package let items: [QuotedItem]
  package let segments: [AccrualSegment]
  package let compensation: [QuotedCompensation]
  package let charges: [PostedCharge]
  /// Charges and fixed sums that were taken back, in order of the day that counts from.
  package let reversals: [QuotedReversal]
  /// Items that were settled apart, in order.
  package let settlements: [QuotedSettlement]
  /// In order of value date, then of number.
  package let payments: [QuotedPayment]

  /// What was charged, by account, before payments, less what was taken back and what was conceded on
  /// items that are settled apart.
  package func charged(_ account: LedgerAccount) -> Int64 {
    let back = reversals.lazy.filter { $0.account == account }.map(\.amount).saturatingSum
    let conceded = settlements.lazy.flatMap(\.conceded).filter { $0.account == account }
      .map(\.amount).saturatingSum
    let beyond = account == .principal ? settlements.lazy.map(\.beyond).saturatingSum : 0
    return posted(account).adding(saturating: beyond - back - conceded)
  }

  private func posted(_ account: LedgerAccount) -> Int64 {
    switch account {
    case .principal: items.lazy.map(\.item.amount.minorUnits).saturatingSum
    case .interest: segments.lazy.map(\.amount).saturatingSum
    case .compensation: compensation.lazy.map(\.amount).saturatingSum
    case .costs: charges.lazy.filter { $0.charge.kind == .costs }.sum
    case .lateFee: charges.lazy.filter { $0.charge.kind == .lateFee }.sum
    case .payment, .credit, .writeOff, .recovery, .awardAdjust, .claim: 0
    }
  }

  /// What payments were set against an account.
  package func applied(_ account: LedgerAccount) -> Int64 {
    payments.lazy.flatMap(\.parts).filter { $0.account == account }.map(\.amount).saturatingSum
  }

  package var paid: Int64 { payments.lazy.map(\.amount).saturatingSum }

  /// What was paid beyond what is owed.
  package var credit: Int64 { payments.lazy.map(\.credit).saturatingSum }

  /// What is left to pay on an account.
  package func left(_ account: LedgerAccount) -> Int64 {
    let (rest, overflow) = charged(account).subtractingReportingOverflow(applied(account))
    return overflow ? 0 : rest
  }

  /// What is left to pay. Never below zero.
  package var balance: Money {
    Money(
      minorUnits: LedgerAccount.receivable.map(left).saturatingSum, currency: currency)
  }
}

/// A claim item in a quote.
package struct QuotedItem: Hashable, Sendable {
  package let item: ClaimItem
  /// The principal that is unpaid.
  package let left: Int64
}

/// Interest on one item over a span of days in which nothing changes: one principal, one rate.
package struct AccrualSegment: Hashable, Sendable {
  package let item: Int
  /// The first and last day that bear interest.
  package let from: CivilDate
  package let to: CivilDate
  package let days: Int
  package let principal: Int64
  package let rate: InterestRate
  package let amount: Int64
}

/// The fixed sum for the late payment of one item.
package struct QuotedCompensation: Hashable, Sendable {
  package let item: Int
  /// The first day of interest, on which it is owed.
  package let on: CivilDate
  /// The debt that decides the tier.
  package let debt: Int64
  package let amount: Int64
}

/// A payment and what it was set against.
package struct QuotedPayment: Hashable, Sendable {
  package let number: Int
  package let valueDate: CivilDate
  package let amount: Int64
  package internal(set) var parts: [AllocatedPart]

  /// What is not set against anything yet.
  package var credit: Int64 {
    let (rest, overflow) = amount.subtractingReportingOverflow(
      parts.lazy.map(\.amount).saturatingSum)
    return overflow ? 0 : rest
  }
}

/// Part of a payment: so much on one account of one item, or on one charge.
package struct AllocatedPart: Hashable, Sendable {
  package let account: LedgerAccount
  /// Number of the claim item, or of the charge for costs and late fees.
  package let number: Int
  package let amount: Int64
}

extension Sequence<PostedCharge> {
  fileprivate var sum: Int64 { lazy.map(\.charge.amount.minorUnits).saturatingSum }
}
