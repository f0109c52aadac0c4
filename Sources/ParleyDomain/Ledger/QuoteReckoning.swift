/// The reckoning of a quote, day by day in the order of value dates, whatever the order in which
/// things were posted.
///
/// * Interest runs from the day after an item is due; the day of a payment still bears interest on
///   the principal before it.
/// * Each segment is rounded once. A segment ends with a payment, with the half-year where the rate
///   is fixed anew, and where a hold interrupts it.
/// * The fixed sum is owed with the first day of interest, by what is unpaid on that day.
/// * A payment is set against the classes of the policy in their order, in each against the oldest
///   item first. What is left of it waits for what is charged later, and is credit meanwhile.
/// * A charge or fixed sum that is taken back counts until the day of its reversal. What payments
///   had been set against it is set anew on that day, in the same order; only then does it end a
///   segment.
/// * Of items that are settled apart the agreed sum is left from the day of the signatures on: of the
///   principal first, the oldest item first, then of interest, then of the fixed sum; the rest of what
///   was owed on them is conceded. They bear no more interest. Payments posted after the signatures
///   are set against that sum first, and count from that day at the earliest.
/// * Of the same day charges come first, then reversals, then payments.
package struct QuoteReckoning {
  /// What a quote is reckoned from, besides the claim items.
  package struct Terms: Sendable {
    let asOf: CivilDate
    let currency: Currency
    let profile: InterestProfile?
    let contractBasisPoints: Int?
    /// No interest after this day; nil while the dispute is open.
    let accruesUntil: CivilDate?
    /// Days since 1970-01-01 that bear no interest, in order and apart from each other.
    let barred: [ClosedRange<Int>]
    /// Charges and fixed sums that were taken back, and from which day.
    let reversed: [PostedSum: CivilDate]

    package init(
      asOf: CivilDate, currency: Currency, profile: InterestProfile?,
      contractBasisPoints: Int? = nil, accruesUntil: CivilDate? = nil,
      barred: [ClosedRange<Int>] = [], reversed: [PostedSum: CivilDate] = [:]
    ) {
      self.reversed = reversed
      self.asOf = asOf
      self.currency = currency
      self.profile = profile
      self.contractBasisPoints = contractBasisPoints
      self.accruesUntil = accruesUntil
      self.barred = barred
    }
  }

  private struct ItemAccount {
    let item: ClaimItem
    var principal: Int64
    var interest: Int64 = 0
    var compensation: Int64 = 0
    /// The last day whose interest is reckoned, or that bears none.
    var reckonedTo: Int
    var bears = false
    /// The day from which the fixed sum no longer counts, once that has come.
    var fixedSumReversedOn: CivilDate?
    /// Settled apart from the rest.
    var isSettled = false
  }

  private typealias Sum = any WritableKeyPath<ItemAccount, Int64> & Sendable

  /// What is owed on an item, in the order in which a sum agreed for it is made up and paid.
  private static let sums: [(account: LedgerAccount, of: Sum)] = [
    (.principal, \.principal), (.interest, \.interest), (.compensation, \.compensation),
  ]

  private struct PartAccount {
    let part: PartSettlement
    var conceded: [AllocatedPart] = []
    /// What was agreed beyond what was owed, unpaid.
    var beyond: Int64 = 0
    var beyondLeft: Int64 = 0
  }

  private struct ChargeAccount {
    let charge: PostedCharge
    var left: Int64
  }

  private let terms: Terms
  private var items: [ItemAccount]
  private var charges: [ChargeAccount] = []
  private var payments: [QuotedPayment] = []
  private var segments: [AccrualSegment] = []
  private var compensation: [QuotedCompensation] = []
  private var reversals: [QuotedReversal] = []
  private var parts: [PartAccount] = []

  package static func quote(
    _ terms: Terms, items: [ClaimItem], charges: [PostedCharge], payments: [PostedPayment],
    parts: [PartSettlement] = []
  ) -> Quote {
    var reckoning = QuoteReckoning(terms, items)
    reckoning.run(charges: charges, payments: payments, parts: parts)
    return reckoning.quote
  }

  private init(_ terms: Terms, _ items: [ClaimItem]) {
    self.terms = terms
    self.items =
      items
      .sorted { ($0.due, $0.number) < ($1.due, $1.number) }
      .map {
        ItemAccount(
          item: $0, principal: $0.amount.minorUnits, reckonedTo: $0.due.daysSinceEpoch)
      }
  }

  /// What happens on a day, besides interest.
  private enum Step {
    case charge(PostedCharge)
    case reversal(PostedSum)
    case payment(PostedPayment)
    case settlement(PartSettlement)

    /// Its place among those of the same day.
    var rank: Int {
      switch self {
      case .charge: 0
      case .reversal: 1
      case .payment, .settlement: 2
      }
    }

    var number: Int {
      switch self {
      case .charge(let posted): posted.number
      // A settlement comes between the payments before it and those after.
      case .payment(let posted): 2 * posted.number
      case .settlement(let part): 2 * part.paymentsBefore + 1
      case .reversal(.charge(let number)), .reversal(.reversal(let number)): number
      case .reversal(.compensation(let item)): -item
      case .reversal(.writeOff): 0
      }
    }
  }

  private mutating func run(
    charges: [PostedCharge], payments: [PostedPayment], parts: [PartSettlement]
  ) {
    let parts = parts.filter { $0.on <= terms.asOf }
    func counts(_ posted: PostedPayment) -> CivilDate {
      parts.filter { $0.paymentsBefore < posted.number }.map(\.on)
        .reduce(posted.payment.valueDate, max)
    }
    let settled = parts.map { (day: $0.on, step: Step.settlement($0)) }
    let charged = charges.map { (day: $0.charge.on, step: Step.charge($0)) }
    let paid = payments.filter { !$0.reversed }
      .filter { $0.payment.valueDate <= terms.asOf }
      .map { (day: counts($0), step: Step.payment($0)) }
    let reversed = terms.reversed.map { sum, day in
      // Nothing is taken back before it was there.
      let posted = charges.first { .charge($0.number) == sum }
      return (day: max(day, posted?.charge.on ?? day), step: Step.reversal(sum))
    }
    let steps = (charged + reversed + paid + settled).filter { $0.day <= terms.asOf }
      .sorted { ($0.day, $0.step.rank, $0.step.number) < ($1.day, $1.step.rank, $1.step.number) }
    for (day, step) in steps {
      switch step {
      case .charge(let posted):
        self.charges.append(
          ChargeAccount(charge: posted, left: posted.charge.amount.minorUnits))
        spendCredit()
      case .reversal(let sum): reverse(sum, on: day)
      case .settlement(let part): settle(part, on: day)
      case .payment(let posted):
        accrue(to: day)
        self.payments.append(
          QuotedPayment(
            number: posted.number, valueDate: posted.payment.valueDate,
            amount: posted.payment.amount.minorUnits,
            parts: []))
        allocate(self.payments.count - 1)
      }
    }
    accrue(to: terms.asOf)
  }

  /// Credit that waits is set against what is owed now.
  private mutating func spendCredit() {
    for index in payments.indices where payments[index].credit > 0 { allocate(index) }
  }

  // MARK: Items settled apart

  private mutating func settle(_ part: PartSettlement, on day: CivilDate) {
    var account = PartAccount(part: part)
    var kept = part.amount
    let places = items.indices.filter { part.terms.items.contains(items[$0].item.number) }
    // The segments of the other items go on.
    if let profile = terms.profile {
      let last = min(day, terms.accruesUntil ?? day).daysSinceEpoch
      for index in places { accrue(index, to: last, profile) }
    }
    func keep(_ left: inout Int64, _ name: LedgerAccount, _ number: Int) {
      let stays = min(left, kept)
      kept -= stays
      if left > stays {
        account.conceded.append(
          AllocatedPart(account: name, number: number, amount: left - stays))
      }
      left = stays
    }
    for (name, sum) in Self.sums {
      for index in places { keep(&items[index][keyPath: sum], name, items[index].item.number) }
    }
    for index in places { items[index].isSettled = true }
    account.beyond = kept
    account.beyondLeft = kept
    parts.append(account)
  }

  /// A payment that came after the signatures pays what was agreed first, the latest agreement before
  /// older ones.
  private mutating func payParts(_ payment: Int) {
    for index in parts.indices.reversed()
    where parts[index].part.paymentsBefore < payments[payment].number {
      let named = parts[index].part.terms.items
      for (name, sum) in Self.sums {
        set(payment, against: sum, name) { named.contains($0.item.number) }
      }
      parts[index].beyondLeft -= set(payment, against: parts[index].beyondLeft, .principal, 0)
    }
  }

  private func quoted(_ account: PartAccount) -> QuotedSettlement {
    let own = items.filter { account.part.terms.items.contains($0.item.number) }
    let left =
      Self.sums.flatMap { name, sum in
        own.map {
          AllocatedPart(account: name, number: $0.item.number, amount: $0[keyPath: sum])
        }
      } + [AllocatedPart(account: .principal, number: 0, amount: account.beyondLeft)]
    return QuotedSettlement(
      offer: account.part.offer, items: account.part.terms.items, on: account.part.on,
      amount: account.part.amount, conceded: account.conceded, beyond: account.beyond,
      left: left.filter { $0.amount > 0 })
  }

  // MARK: Reversals

  private mutating func reverse(_ sum: PostedSum, on day: CivilDate) {
    switch sum {
    case .charge(let number):
      guard let index = charges.firstIndex(where: { $0.charge.number == number }) else { return }
      let charge = charges[index].charge.charge
      charges[index].left = 0
      reversals.append(
        QuotedReversal(
          of: sum, on: day, account: charge.kind.account, number: number,
          amount: charge.amount.minorUnits))
      release(charge.kind.account, number, on: day)
    case .compensation(let item):
      guard let index = items.firstIndex(where: { $0.item.number == item && !$0.isSettled }) else {
        return
      }
      items[index].fixedSumReversedOn = day
      // Where none is owed yet, it is taken back as it arises.
      guard let owed = compensation.first(where: { $0.item == item }) else { return }
      items[index].compensation = 0
      takeBack(owed, on: day)
      release(.compensation, item, on: day)
    case .writeOff, .reversal: return
    }
  }

  private mutating func takeBack(_ owed: QuotedCompensation, on day: CivilDate) {
    reversals.append(
      QuotedReversal(
        of: .compensation(item: owed.item), on: max(day, owed.on), account: .compensation,
        number: owed.item, amount: owed.amount))
  }

  /// What payments had been set against a sum that no longer counts is theirs again.
  private mutating func release(_ account: LedgerAccount, _ number: Int, on day: CivilDate) {
    func isReleased(_ part: AllocatedPart) -> Bool {
      part.account == account && part.number == number
    }
    guard payments.contains(where: { $0.parts.contains(where: isReleased) }) else { return }
    accrue(to: day)
    for index in payments.indices { payments[index].parts.removeAll(where: isReleased) }
    spendCredit()
  }

  // MARK: Interest

  private mutating func accrue(to day: CivilDate) {
    guard let profile = terms.profile else { return }
    let last = min(day, terms.accruesUntil ?? day).daysSinceEpoch
    for index in items.indices { accrue(index, to: last, profile) }
  }

  private mutating func accrue(_ index: Int, to last: Int, _ profile: InterestProfile) {
    let due = items[index].item.due
    while !items[index].isSettled, items[index].reckonedTo < last, items[index].principal > 0 {
      let first = items[index].reckonedTo + 1
      if let bar = terms.barred.first(where: { $0.contains(first) }) {
        items[index].reckonedTo = bar.upperBound
        continue
      }
      let from = CivilDate(daysSinceEpoch: first)
      let next = terms.barred.first { $0.lowerBound > first }.map { $0.lowerBound - 1 } ?? last
      let fixed = profile.lastDay(of: from)?.daysSinceEpoch ?? last
      let to = min(last, next, fixed)
      guard
        let rate = profile.rate(
          on: from, due: due, contractBasisPoints: terms.contractBasisPoints)
      else { return }
      bear(index, from: from, to: CivilDate(daysSinceEpoch: to), rate, profile)
      items[index].reckonedTo = to
    }
  }

  private mutating func bear(
    _ index: Int, from: CivilDate, to: CivilDate, _ rate: InterestRate, _ profile: InterestProfile
  ) {
    let principal = items[index].principal
    let number = items[index].item.number
    if !items[index].bears {
      items[index].bears = true
      let debt = Money(minorUnits: principal, currency: terms.currency)
      if let amount = profile.compensation(for: debt) {
        let owed = QuotedCompensation(item: number, on: from, debt: principal, amount: amount)
        compensation.append(owed)
        if let day = items[index].fixedSumReversedOn {
          takeBack(owed, on: day)
        } else {
          items[index].compensation = amount
        }
      }
    }
    let days = to.daysSinceEpoch - from.daysSinceEpoch + 1
    let amount = profile.interest(
      on: principal, basisPoints: rate.basisPoints, from: from, days: days)
    items[index].interest = items[index].interest.adding(saturating: amount)
    segments.append(
      AccrualSegment(
        item: number, from: from, to: to, days: days, principal: principal, rate: rate,
        amount: amount))
  }

  // MARK: Payments

  private mutating func allocate(_ payment: Int) {
    payParts(payment)
    for step in terms.profile?.allocation ?? AllocationClass.usual {
      switch step {
      case .costs:
        for kind in [Charge.Kind.costs, .lateFee] {
          for index in charges.indices where charges[index].charge.charge.kind == kind {
            charges[index].left -= set(
              payment, against: charges[index].left, kind.account,
              charges[index].charge.number)
          }
        }
        set(payment, against: \.compensation, .compensation) { !$0.isSettled }
      case .interest: set(payment, against: \.interest, .interest) { !$0.isSettled }
      case .principal: set(payment, against: \.principal, .principal) { !$0.isSettled }
      }
    }
  }

  /// Sets a payment against one sum of the items that count, the oldest item first.
  private mutating func set(
    _ payment: Int, against sum: Sum, _ account: LedgerAccount, where counts: (ItemAccount) -> Bool
  ) {
    for index in items.indices where counts(items[index]) {
      items[index][keyPath: sum] -= set(
        payment, against: items[index][keyPath: sum], account, items[index].item.number)
    }
  }

  /// How much of what is left of a payment goes to this.
  private mutating func set(
    _ payment: Int, against left: Int64, _ account: LedgerAccount, _ number: Int
  ) -> Int64 {
    let amount = min(left, payments[payment].credit)
    guard amount > 0 else { return 0 }
    payments[payment].parts.append(
      AllocatedPart(account: account, number: number, amount: amount))
    return amount
  }

  private var quote: Quote {
    Quote(
      asOf: terms.asOf, currency: terms.currency, profile: terms.profile,
      items: items.map { QuotedItem(item: $0.item, left: $0.principal) },
      segments: segments.sorted { ($0.item, $0.from) < ($1.item, $1.from) },
      compensation: compensation.sorted { $0.item < $1.item }, charges: charges.map(\.charge),
      reversals: reversals.sorted {
        ($0.on, $0.account.rawValue, $0.number) < ($1.on, $1.account.rawValue, $1.number)
      },
      settlements: parts.map(quoted), payments: payments)
  }
}

extension AllocationClass {
  /// Costs before interest before principal, where no profile says otherwise.
  package static let usual: [AllocationClass] = [.costs, .interest, .principal]
}

extension Charge.Kind {
  var account: LedgerAccount { self == .costs ? .costs : .lateFee }
}

extension Int64 {
  package func adding(saturating other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
