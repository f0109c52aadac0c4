/// What the ledger rests on at one moment: the facts filed until then.
struct LedgerBook {
  /// A sum that somebody decided or all signed.
  struct Decided {
    var parts: [Posting.Line]
    let paymentsBefore: Int
    var after: InterestAfter?

    var sum: Int64 { parts.lazy.map(\.amount).saturatingSum }
  }

  private(set) var items: [ClaimItem] = []
  private(set) var charges: [PostedCharge] = []
  private(set) var payments: [PostedPayment] = []
  private(set) var reversed: [PostedSum: CivilDate] = [:]
  private(set) var parts: [PartSettlement] = []
  private(set) var closedAt: Instant?
  /// Set while the rest is written off: what payments had been set against until then.
  private(set) var appliedBeforeWriteOff: Int64?
  private var award: Decided?
  private var judgment: (decided: Decided, at: Instant)?
  private var settlement: (decided: Decided, at: Instant)?

  /// The same order as ``Dispute/balance`` has: a judgment, unless a later settlement, then a
  /// settlement, then an award.
  var decided: Decided? {
    if let judgment, settlement.map({ $0.at <= judgment.at }) ?? true { return judgment.decided }
    return settlement?.decided ?? award
  }

  /// - Parameter applied: what payments were set against just before.
  mutating func take(_ fact: LedgerFact, in file: CaseFile, applied: Int64) {
    switch fact.kind {
    case .items(let items): self.items = items
    case .payment(let number):
      guard var posted = file.payments.first(where: { $0.number == number }) else { return }
      posted.reversed = false
      payments.append(posted)
    case .reversal(let number):
      for index in payments.indices where payments[index].number == number {
        payments[index].reversed = true
      }
    case .postingReversed(.writeOff, _):
      closedAt = nil
      appliedBeforeWriteOff = nil
    case .postingReversed(let sum, let day): reversed[sum] = day
    case .charge(let number):
      charges += file.charges.filter { $0.number == number }
    case .award(let terms):
      award = terms.map {
        Decided(parts: $0.parts, paymentsBefore: $0.agreed?.paymentsBefore ?? 0)
      }
    case .judgment(let amount, let before):
      judgment = (Decided(amount, before), fact.at)
    case .settlement(let amount, let before):
      settlement = amount.map { (Decided($0, before), fact.at) }
    case .part(let part): parts.append(part)
    case .partRevived(let offer): parts.removeAll { $0.offer == offer }
    case .interestAfter(let after, let ofJudgment):
      if ofJudgment { judgment?.decided.after = after } else { award?.after = after }
    case .awardBound(let amount): award?.hold(to: amount.minorUnits)
    case .closed(let outcome):
      closedAt = fact.at
      if outcome == .writtenOff { appliedBeforeWriteOff = applied }
    case .reopened:
      closedAt = nil
      appliedBeforeWriteOff = nil
    }
  }

  /// What came, in all.
  var paid: Int64 {
    payments.lazy.filter { !$0.reversed }.map(\.payment.amount.minorUnits).saturatingSum
  }

  /// What counts against a decided sum.
  func counted(against decided: Decided) -> [PostedPayment] {
    payments.counting(after: decided.paymentsBefore, besides: parts)
  }

  /// What a posting for this fact is called.
  func kind(of fact: LedgerFact) -> Posting.Kind {
    switch fact.kind {
    case .items: decided == nil ? .claim : .award
    case .payment: appliedBeforeWriteOff == nil ? .payment : .recovery
    case .reversal, .postingReversed: .reversal
    case .charge: .charge
    case .award, .awardBound: .award
    case .interestAfter: .accrual
    case .judgment: .judgment
    case .settlement, .part, .partRevived: .settlement
    case .closed: .writeOff
    case .reopened: .accrual
    }
  }
}

extension LedgerBook.Decided {
  /// Makes the parts come to another sum: what is to be less is taken off from the last part on, what
  /// is to be more is added to the principal.
  fileprivate mutating func hold(to amount: Int64) {
    let change = amount.adding(saturating: -sum)
    guard change < 0 else {
      if change > 0 { parts.append(Posting.Line(account: .principal, number: 0, amount: change)) }
      return
    }
    var off = -change
    for index in parts.indices.reversed() where parts[index].amount > 0 {
      let taken = min(parts[index].amount, off)
      off -= taken
      parts[index] = Posting.Line(
        account: parts[index].account, number: parts[index].number,
        amount: parts[index].amount - taken)
    }
  }

  fileprivate init(_ amount: Money, _ paymentsBefore: Int) {
    self.init(
      parts: [Posting.Line(account: .principal, number: 0, amount: amount.minorUnits)],
      paymentsBefore: paymentsBefore)
  }
}

extension AwardTerms {
  /// The award by account, in the order in which payments are set against it. What is granted on a
  /// counterclaim is taken off in the same order; what it leaves due to the respondent is credit.
  fileprivate var parts: [Posting.Line] {
    if let agreed {
      return [Posting.Line(account: .principal, number: 0, amount: agreed.amount.minorUnits)]
    }
    var off = counterclaim?.amount.minorUnits ?? 0
    let whole =
      [
        Posting.Line(account: .costs, number: 0, amount: costs.minorUnits),
        Posting.Line(account: .interest, number: 0, amount: interest.minorUnits),
      ]
      + items.map {
        Posting.Line(account: .principal, number: $0.item, amount: $0.amount.minorUnits)
      }
    let left = whole.map { part in
      let taken = min(part.amount, off)
      off -= taken
      return Posting.Line(
        account: part.account, number: part.number, amount: part.amount - taken)
    }
    return off > 0 ? left + [Posting.Line(account: .credit, number: 0, amount: -off)] : left
  }
}
