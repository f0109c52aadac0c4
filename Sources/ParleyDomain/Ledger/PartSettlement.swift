/// A settlement of some claim items, signed by all, while the rest of the claim goes on. What is owed
/// on its items is what was agreed, and bears no interest; the offer has its schedule.
package struct PartSettlement: Hashable, Sendable {
  /// The number of the offer it was made of.
  package let offer: Int
  package let terms: OfferTerms
  /// The day it was signed by all: what ran on its items until then is settled with them.
  package let on: CivilDate
  package let concludedAt: Instant
  /// How many payments were posted before; the sum that was agreed takes them into account.
  package let paymentsBefore: Int
  /// What of these had been set against its items.
  package let paidBefore: Money
  /// Set once the whole rest has fallen due.
  package var acceleratedAt: Instant?
  package var performed = false

  package init(
    offer: Int, terms: OfferTerms, on: CivilDate, concludedAt: Instant, paymentsBefore: Int,
    paidBefore: Money
  ) {
    self.offer = offer
    self.terms = terms
    self.on = on
    self.concludedAt = concludedAt
    self.paymentsBefore = paymentsBefore
    self.paidBefore = paidBefore
  }

  package var amount: Int64 { terms.amount.minorUnits }
}

/// What became of the items of such a settlement, as of a day.
package struct QuotedSettlement: Hashable, Sendable {
  package let offer: Int
  package let items: [Int]
  package let on: CivilDate
  /// What was agreed.
  package let amount: Int64
  /// What was owed on its items and is not asked for any more, account by account.
  package let conceded: [AllocatedPart]
  /// What was agreed beyond what was owed on its items then.
  package let beyond: Int64
  /// What of the agreed sum is unpaid, account by account.
  package internal(set) var left: [AllocatedPart]

  /// What of the agreed sum is unpaid.
  package var rest: Int64 { left.lazy.map(\.amount).saturatingSum }
}

extension SettlementFile {
  /// The one that is being performed, or is in default.
  package var part: PartSettlement? { parts.last.flatMap { $0.performed ? nil : $0 } }

  /// The terms of what is being performed, of the whole claim or of some items.
  package var termsInForce: OfferTerms? { concluded?.terms ?? part?.terms }
}

extension [PartSettlement] {
  /// What of each agreed sum is unpaid after these payments.
  package func unpaid(after payments: [PostedPayment]) -> [Int64] { shares(of: payments).unpaid }

  /// What of each payment is set against what was agreed: a payment that came after the signatures
  /// pays that first, the latest agreement before older ones, and the rest of the claim with what is
  /// left. The day of it decides nothing here.
  func shares(of payments: [PostedPayment]) -> (byPayment: [Int: Int64], unpaid: [Int64]) {
    var unpaid = map(\.amount)
    var shares: [Int: Int64] = [:]
    for posted in payments where !posted.reversed {
      var left = posted.payment.amount.minorUnits
      for index in indices.reversed() where self[index].paymentsBefore < posted.number {
        let share = Swift.min(left, unpaid[index])
        left -= share
        unpaid[index] -= share
        shares[posted.number, default: 0] += share
      }
    }
    return (shares, unpaid)
  }
}

extension [PostedPayment] {
  /// The payments that count against a sum which was decided on the other items: those after the
  /// first `count`, each without what was set against items that are settled apart.
  package func counting(after count: Int, besides parts: [PartSettlement]) -> [PostedPayment] {
    let after = filter { $0.number > count && !$0.reversed }
    guard !parts.isEmpty else { return after }
    let shares = parts.shares(of: self).byPayment
    var before = parts.lazy.filter { $0.paymentsBefore > count }.map(\.paidBefore.minorUnits)
      .saturatingSum
    return after.map { posted in
      var amount = posted.payment.amount.minorUnits - (shares[posted.number] ?? 0)
      let taken = Swift.min(amount, before)
      before -= taken
      amount -= taken
      return posted.of(Money(minorUnits: amount, currency: posted.payment.amount.currency))
    }
  }
}

extension PostedPayment {
  fileprivate func of(_ amount: Money) -> PostedPayment {
    guard amount != payment.amount else { return self }
    return PostedPayment(
      number: number,
      payment: Payment(
        amount: amount, valueDate: payment.valueDate, method: payment.method,
        bankReference: payment.bankReference, received: payment.received,
        enforcement: payment.enforcement, tender: payment.tender),
      postedAt: postedAt)
  }
}

extension Dispute {
  /// What of the agreed sums of settlements of some items is unpaid.
  package var partsUnpaid: Int64 {
    settlement.parts.shares(of: caseFile.payments).unpaid.saturatingSum
  }

  /// The claim items of which something may still be settled: claimed, and not settled apart.
  package var openItems: [ClaimItem] {
    caseFile.items.lazy.filter { $0.standingBefore == nil }
      .filter { $0.standing != .withdrawn && $0.standing != .denied }.map(\.item)
  }

  /// What is left to pay as of a day on some claim items: each for itself, since costs and late fees
  /// belong to none.
  package func owed(on items: [Int], asOf day: CivilDate, given: Given) -> [ItemBalance] {
    guard let quote = quote(asOf: day, given: given) else { return [] }
    return items.map(quote.left)
  }

  /// What is owed as of a day, besides what was agreed on items that are settled apart.
  package func claimBalance(on day: CivilDate, given: Given) -> Money {
    let whole = balance(on: day, given: given)
    guard !settlement.parts.isEmpty else { return whole }
    return Money(
      minorUnits: max(0, whole.minorUnits.adding(saturating: -partsUnpaid)), currency: currency)
  }
}

extension Quote {
  /// What is left to pay on one claim item.
  package func left(on item: Int) -> ItemBalance {
    func applied(_ account: LedgerAccount) -> Int64 {
      payments.lazy.flatMap(\.parts).filter { $0.account == account && $0.number == item }
        .map(\.amount).saturatingSum
    }
    let interest = segments.lazy.filter { $0.item == item }.map(\.amount).saturatingSum
    let fixed = compensation.lazy.filter { $0.item == item }.map(\.amount).saturatingSum
    let back = reversals.lazy.filter { $0.of == .compensation(item: item) }.map(\.amount)
      .saturatingSum
    func conceded(_ account: LedgerAccount) -> Int64 {
      settlements.lazy.flatMap(\.conceded)
        .filter { $0.account == account && $0.number == item }.map(\.amount).saturatingSum
    }
    return ItemBalance(
      item: item, principal: items.first { $0.item.number == item }?.left ?? 0,
      interest: interest - applied(.interest) - conceded(.interest),
      compensation: fixed - back - applied(.compensation) - conceded(.compensation),
      paid: [.principal, .interest, .compensation].map(applied).saturatingSum)
  }
}

/// What is left to pay on one claim item, by account, and what was paid on it.
package struct ItemBalance: Hashable, Sendable {
  package let item: Int
  package let principal: Int64
  package let interest: Int64
  package let compensation: Int64
  package let paid: Int64

  package var total: Int64 { [principal, interest, compensation].saturatingSum }
}
