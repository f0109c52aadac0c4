extension Dispute {
  /// What is owed now: the quote. The last of these that exists governs: a judgment, a settlement
  /// signed by all, an award, or the claim items that were neither withdrawn nor denied.
  ///
  /// A settled sum and a judgment take earlier payments into account, so only later ones lessen
  /// them. An award states what is due on each item before payments, so all of them do, unless it
  /// records what was settled. What was agreed on items that are settled apart is owed beside it, and
  /// takes its own payments. Never below zero; what is paid beyond it is ``credit``.
  package var balance: Money {
    let rest = net.subtractingReportingOverflow(paidAgainstOwed)
    let open = rest.overflow ? 0 : max(0, rest.partialValue)
    return Money(minorUnits: open.adding(saturating: partsUnpaid), currency: currency)
  }

  /// What was paid beyond what is owed; where an award grants a counterclaim, what that leaves
  /// due to the respondent is part of it.
  package var credit: Money {
    let (excess, overflow) = paidAgainstOwed.subtractingReportingOverflow(net)
    return Money(minorUnits: overflow ? 0 : max(0, excess), currency: currency)
  }

  package var currency: Currency {
    caseFile.opening.currency
  }

  /// What a claim item has become; a settlement signed by all settles every item.
  package func standing(of item: ItemState) -> ItemStanding {
    switch item.standing {
    case .claimed, .admitted, .contested: settlement.concluded == nil ? item.standing : .settled
    case .settled, .withdrawn, .awarded, .denied: item.standing
    }
  }

  /// The sum that payments are set against.
  package var owed: Money { Money(minorUnits: max(0, net), currency: currency) }

  /// The same, below zero where an award leaves something due to the respondent.
  private var net: Int64 {
    switch governing {
    case .judgment(let amount, _): amount.minorUnits
    case .settlement(let concluded): concluded.terms.amount.minorUnits
    case .award(let record): record.bounded?.amount.minorUnits ?? record.terms.netMinorUnits ?? 0
    case .items: itemsTotal
    }
  }

  /// What says what is owed.
  enum Basis {
    case judgment(Money, paymentsBefore: Int)
    case settlement(ConcludedSettlement)
    case award(AwardRecord)
    case items
  }

  var governing: Basis {
    let legal = caseFile.legal
    if let amount = legal.judgmentAmount, let at = legal.judgmentAt,
      settlement.concluded.map({ $0.concludedAt <= at }) ?? true
    {
      return .judgment(amount, paymentsBefore: legal.paymentsBeforeJudgment)
    }
    if let concluded = settlement.concluded { return .settlement(concluded) }
    if let award = caseFile.arbitration?.award { return .award(award) }
    return .items
  }

  private var paidAgainstOwed: Int64 {
    countedPayments.lazy.map(\.payment.amount.minorUnits).saturatingSum
  }

  /// The payments that what governs is lessened by.
  var countedPayments: [PostedPayment] {
    caseFile.payments.counting(after: paymentsBefore, besides: settlement.parts)
  }

  /// How many payments what governs has taken into account already.
  var paymentsBefore: Int {
    switch governing {
    case .judgment(_, let before): before
    case .settlement(let concluded): concluded.paymentsBefore
    case .award(let record): record.terms.agreed?.paymentsBefore ?? 0
    case .items: 0
    }
  }

  private var itemsTotal: Int64 {
    let apart = Set(settlement.parts.flatMap(\.terms.items))
    return caseFile.items.lazy
      .filter { $0.standing != .withdrawn && $0.standing != .denied }
      .filter { !apart.contains($0.item.number) }
      .map(\.item.amount.minorUnits).saturatingSum
  }

  /// What is neither contested nor paid (T7).
  var uncontestedBalance: Int64 {
    let uncontested = caseFile.items.lazy
      .filter { $0.standing != .withdrawn && $0.standing != .denied }
      .map { max(0, $0.item.amount.minorUnits - ($0.contested?.minorUnits ?? 0)) }
      .saturatingSum
    let rest = uncontested.subtractingReportingOverflow(caseFile.paid(after: 0))
    return rest.overflow ? 0 : max(0, rest.partialValue)
  }
}

extension CaseFile {
  /// The payments after the first `count`, in minor units.
  func paid(after count: Int) -> Int64 {
    payments.lazy.filter { $0.number > count && !$0.reversed }.map(\.payment.amount.minorUnits)
      .saturatingSum
  }
}

extension DisputeOpening {
  /// The one currency of the claim; a claim without items, which the rules refuse, counts in euro.
  var currency: Currency { items.first?.amount.currency ?? .unclaimed }
}

extension AwardTerms {
  /// All that is awarded; nil when it leaves the range. On agreed terms, what was agreed.
  package var total: Money? {
    if let agreed { return agreed.amount }
    return items.map(\.amount).reduce(interest.adding(costs)) { $0?.adding($1) }
  }

  /// What is left of that once the counterclaim is set against it: to be paid to the claimant, or
  /// below zero to the respondent.
  package var netMinorUnits: Int64? {
    guard let total else { return nil }
    return total.minorUnits - (counterclaim?.amount.minorUnits ?? 0)
  }

  /// What the respondent has to pay; nil when the sum leaves the range.
  package var dueToClaimant: Money? {
    guard let total, let net = netMinorUnits else { return nil }
    return Money(minorUnits: max(0, net), currency: total.currency)
  }

  /// What the claimant has to pay, before what the respondent has paid already.
  package var dueToRespondent: Money? {
    guard let total, let net = netMinorUnits else { return nil }
    return Money(minorUnits: max(0, -net), currency: total.currency)
  }
}

extension Sequence<Int64> {
  /// The sum, held at the ends of the range.
  package var saturatingSum: Int64 { reduce(0) { $0.adding(saturating: $1) } }
}
