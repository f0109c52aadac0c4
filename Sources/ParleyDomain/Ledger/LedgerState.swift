/// What stands on each account at one moment. The difference of two of them is a posting.
struct LedgerState: Equatable {
  struct Key: Hashable, Comparable {
    let account: LedgerAccount
    let number: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.account.place, left.number) < (right.account.place, right.number)
    }
  }

  private(set) var amounts: [Key: Int64] = [:]

  mutating func add(_ amount: Int64, to account: LedgerAccount, _ number: Int = 0) {
    let key = Key(account: account, number: number)
    amounts[key] = (amounts[key] ?? 0).adding(saturating: amount)
  }

  /// What is left to pay; negative when too much was paid.
  var balance: Int64 {
    amounts.lazy.filter { LedgerAccount.owing.contains($0.key.account) }.map(\.value)
      .saturatingSum
  }

  /// The lines that lead from another state to this one, with the counter-entry that makes them sum
  /// to zero.
  func lines(from before: LedgerState, counter: LedgerAccount) -> [Posting.Line] {
    var lines: [Posting.Line] = []
    var sum: Int64 = 0
    for key in Set(amounts.keys).union(before.amounts.keys).sorted() {
      let change = (amounts[key] ?? 0).adding(saturating: -(before.amounts[key] ?? 0))
      guard change != 0 else { continue }
      lines.append(Posting.Line(account: key.account, number: key.number, amount: change))
      sum = sum.adding(saturating: change)
    }
    if sum != 0 { lines.append(Posting.Line(account: counter, number: 0, amount: -sum)) }
    return lines
  }
}

extension LedgerAccount {
  /// The accounts that say what is left to pay.
  fileprivate static let owing: Set<LedgerAccount> = Set(
    receivable + [.credit, .writeOff, .recovery])

  fileprivate var place: Int { LedgerAccount.allCases.firstIndex(of: self) ?? 0 }
}

extension LedgerState {
  /// What a quote leaves on each account.
  init(_ quote: Quote) {
    for item in quote.items { add(item.item.amount.minorUnits, to: .principal, item.item.number) }
    for segment in quote.segments { add(segment.amount, to: .interest, segment.item) }
    for sum in quote.compensation { add(sum.amount, to: .compensation, sum.item) }
    for charge in quote.charges {
      add(charge.charge.amount.minorUnits, to: charge.charge.kind.account, charge.number)
    }
    for reversal in quote.reversals {
      add(-reversal.amount, to: reversal.account, reversal.number)
    }
    for settlement in quote.settlements {
      for part in settlement.conceded { add(-part.amount, to: part.account, part.number) }
      if settlement.beyond > 0 { add(settlement.beyond, to: .principal) }
    }
    for payment in quote.payments {
      for part in payment.parts { add(-part.amount, to: part.account, part.number) }
      add(payment.amount, to: .payment)
      add(-payment.credit, to: .credit)
    }
  }

  /// What a decided sum leaves: its parts in order, and the payments of all set against them. What
  /// payments before it had paid is behind both.
  /// - Parameter since: the reckoning of interest since, which takes its own share of the payments.
  /// - Parameter apart: what is left of the sums agreed for items that are settled apart.
  init(
    decided parts: [Posting.Line], paid: Int64, counted: Int64, since: Quote? = nil,
    apart: [QuotedSettlement] = []
  ) {
    for part in apart.flatMap(\.left) { add(part.amount, to: part.account, part.number) }
    let onInterest = since?.applied(.interest) ?? 0
    var rest = counted - onInterest
    if let since { add(since.charged(.interest) - onInterest, to: .interest) }
    for part in parts {
      let taken = min(part.amount, rest)
      rest -= taken
      add(part.amount - taken, to: part.account, part.number)
    }
    add(paid, to: .payment)
    add(-rest, to: .credit)
  }

  /// What of the money that came was set against what is owed.
  var applied: Int64 {
    amounts.lazy.filter { [.payment, .credit].contains($0.key.account) }.map(\.value)
      .saturatingSum
  }

  /// The same after the rest was written off: what comes afterwards is recovery. What is left to pay
  /// is the same, on other accounts.
  func writtenOff(appliedBefore: Int64) -> LedgerState {
    var state = LedgerState()
    for (key, value) in amounts where [.payment, .credit].contains(key.account) {
      state.add(value, to: key.account, key.number)
    }
    let recovered = max(0, applied.adding(saturating: -appliedBefore))
    let rest = amounts.lazy.filter { LedgerAccount.receivable.contains($0.key.account) }
      .map(\.value).saturatingSum
    state.add(rest.adding(saturating: recovered), to: .writeOff)
    state.add(-recovered, to: .recovery)
    return state
  }
}
