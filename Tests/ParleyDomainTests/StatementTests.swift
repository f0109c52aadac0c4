import ParleyDomain
import Testing

/// The interest of a whole dispute: pinned when it is opened, owed like the claim, and posted in a
/// ledger that nothing changes afterwards.
@Suite struct StatementTests {
  /// A claim of 8,400.00 that fell due 30 days ago, opened under an interest profile.
  private func matter(
    _ profile: String? = "eu-per-period-2026.1", contract: Int? = nil,
    clauses: [Clause] = [.arbitration], debtor: DebtorKind = .business
  ) throws -> Matter {
    var matter = try Matter.draft()
    let plain = matter.dispute.caseFile.opening
    matter.interest = try profile.map(LedgerCase.profile)
    let command = Command.createDispute(
      DisputeOpening(
        debtorKind: debtor, collectorKind: plain.collectorKind, jurisdiction: plain.jurisdiction,
        contractForm: plain.contractForm, contractType: plain.contractType, clauses: clauses,
        items: plain.items, limitation: plain.limitation,
        interest: profile.map { InterestPin(profile: $0, contractBasisPoints: contract) }))
    let filing = Filing(
      actor: People.broker, command: command,
      words: Matter.wording(command) + [Word("respondent.email", "accounts@client.example")])
    let first = try #require(
      try Dispute.open(id: matter.dispute.id, filing: filing, given: matter.given).first)
    matter.dispute = try #require(
      Dispute(id: matter.dispute.id, first: first, filedAt: matter.now))
    matter.log = [(first, matter.now)]
    return matter
  }

  private func condition(_ open: () throws -> Matter) -> Precondition? {
    do {
      _ = try open()
      return nil
    } catch Refusal.unmet(let condition, _, _, _, _) {
      return condition
    } catch {
      return nil
    }
  }

  private func owed(_ matter: Matter) -> Money {
    matter.dispute.balance(on: matter.today, given: matter.given)
  }

  private func pay(_ matter: inout Matter, _ amount: Money, daysAgo: Int = 0) throws {
    try matter.file(
      .postPayment(
        Payment(
          amount: amount, valueDate: matter.today.adding(days: -daysAgo), method: .bankTransfer,
          bankReference: "B-\(matter.log.count)")))
  }

  /// Every posting balances, and the last one leaves what the dispute owes.
  private func check(_ matter: Matter) {
    let statement = matter.dispute.statement(given: matter.given)
    for posting in statement.postings {
      #expect(posting.lines.map(\.amount).reduce(0, +) == 0)
      #expect(!posting.lines.contains { $0.amount == 0 })
    }
    let credit = matter.dispute.credit(on: matter.today, given: matter.given).minorUnits
    #expect(statement.balance == owed(matter).minorUnits - credit)
    #expect(statement.postings.map(\.number) == Array(1..<(statement.postings.count + 1)))
  }

  @Test func aContractRateNeedsItsClauseAndStatutoryInterestABusiness() throws {
    #expect(condition { try matter(debtor: .individual) } == .statutoryInterestB2BOnly)
    #expect(
      condition { try matter("contract-2026.1", contract: 850) } == .interestClauseMissing)
    let rate = try matter("contract-2026.1", contract: 850, clauses: [.interestRate])
    #expect(rate.condition(.fileDispute) == .interestClauseMissing)
    #expect(throws: Refusal.self) { try matter("contract-2026.1", clauses: [.interestRate]) }
    #expect(throws: Refusal.self) { try matter(contract: 850) }
    #expect(throws: Refusal.self) { try matter("uk-1998-2026.1") }
  }

  @Test func aDemandIsForTheQuoteOfTheDay() throws {
    var matter = try matter()
    try matter.file(.fileDispute)
    try matter.file(.sendReminder(.email))
    matter.advance(days: 3)
    let quote = try #require(matter.dispute.quote(asOf: matter.today, given: matter.given))
    #expect(quote.charged(.interest) > 0 && quote.charged(.compensation) == 8_000)
    let demand = { (amount: Money) in
      Command.serveDemand(
        DemandTerms(amount: amount, graceDays: 14, contact: .reminder(1), channel: .email))
    }
    #expect(
      matter.refusal(demand(try euro(840_000)))
        == .amountDiffers(
          field: "amount", given: try euro(840_000), expected: quote.balance, rule: "T5"))
    try matter.file(demand(quote.balance))
    matter.advance(days: 1)
    #expect(owed(matter).minorUnits > quote.balance.minorUnits)
  }

  @Test func theDisputeEndsWhenTheQuoteIsPaidAndNotBefore() throws {
    var matter = try matter()
    try matter.file(.fileDispute)
    try pay(&matter, try euro(840_000))
    #expect(matter.status == .filed, "interest and fixed sum are unpaid")
    check(matter)
    let rest = owed(matter)
    try pay(&matter, rest)
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
    check(matter)
    try matter.file(.reversePayment(number: 2))
    #expect(matter.status != .closed)
    #expect(owed(matter) == rest, "the same day")
    check(matter)
  }

  @Test func aBreathingSpaceStopsInterestDayByDay() throws {
    var matter = try matter(
      "contract-2026.1", contract: 850, clauses: [.interestRate], debtor: .individual)
    try matter.file(.addExhibit(matter.paper(.contract)))
    try matter.file(.fileDispute)
    let before = owed(matter)
    try matter.file(.placeHold(HoldTerms(kind: .breathingSpace)), by: People.supervisor)
    #expect(
      matter.condition(.postCharge(matter.fee(.costs, try euro(100)))) == .holdBreathingSpace)
    matter.advance(days: 20)
    #expect(owed(matter) == before)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    matter.advance(days: 10)
    let quote = try #require(matter.dispute.quote(asOf: matter.today, given: matter.given))
    // 30 days to the day of the hold, and those after the day on which it was lifted.
    #expect(quote.segments.map(\.days) == [30, 10, 30, 10])
    check(matter)
  }

  @Test func aLateFeeNeedsItsClause() throws {
    var without = try matter()
    try without.file(.addExhibit(without.paper(.contract)))
    try without.file(.fileDispute)
    #expect(
      without.condition(.postCharge(without.fee(.lateFee, try euro(2_500)))) == .feeClauseMissing)
    #expect(
      without.refusal(
        .postCharge(
          Charge(
            kind: .costs, amount: try euro(1), on: without.today.adding(days: 1),
            exhibit: ExhibitID(compartment: .caseFile, number: 1))))?.fields == ["charge_date"])
    var matter = try matter(nil, clauses: [.lateFee])
    try matter.file(.addExhibit(matter.paper(.contract)))
    try matter.file(.fileDispute)
    try matter.file(.postCharge(matter.fee(.lateFee, try euro(2_500))))
    try matter.file(.postCharge(matter.fee(.costs, try euro(1_000))))
    #expect(owed(matter) == (try euro(843_500)))
    check(matter)
  }

  @Test func whatIsPostedIsNeverChanged() throws {
    var matter = try matter()
    try matter.file(.addExhibit(matter.paper(.contract)))
    try matter.file(.fileDispute)
    var known: [Posting] = []
    let steps: [(inout Matter) throws -> Void] = [
      { try pay(&$0, try euro(100_000)) },
      { try $0.file(.postCharge($0.fee(.costs, try euro(700)))) },
      // Came to light late: interest between the value date and today is corrected.
      { try pay(&$0, try euro(200_000), daysAgo: 25) },
      { try $0.file(.reversePayment(number: 1)) },
      {
        try $0.file(
          .amendClaim(
            ClaimAmendment(
              items: [
                ClaimItem(
                  number: 1, issued: nil, due: $0.today.adding(days: -40), amount: try euro(500_000)
                )
              ], withdrawn: [2])))
      },
    ]
    for step in steps {
      matter.advance(days: 4)
      try step(&matter)
      let postings = matter.dispute.statement(given: matter.given).postings
      #expect(Array(postings.prefix(known.count)) == known)
      known = postings
      check(matter)
    }
    #expect(known.contains { $0.kind == .reversal && $0.reference == .payment(1) })
  }

  /// Whatever is done, by whom and in which order.
  @Test(arguments: 1...8) func theLedgerStandsAfterAnySequenceOfActs(seed: UInt64) throws {
    var dice = Dice(state: seed &* 104_729)
    var matter = try matter()
    try matter.file(.addExhibit(matter.paper(.contract)))
    try matter.file(.fileDispute)
    // Whatever chance brings, there is money on the ledger.
    try pay(&matter, try euro(1_000))
    var known: [Posting] = []
    for _ in 0..<300 {
      if Int.random(in: 0..<4, using: &dice) == 0 {
        matter.advance(days: Int.random(in: 0...9, using: &dice))
      }
      let random = try RandomCommand(matter, &dice)
      // Beyond what may bear interest, sums are held at the ends of their range.
      guard random.money.minorUnits < 1_000_000_000 else { continue }
      let actor = People.all.randomElement(using: &dice) ?? People.broker
      guard (try? matter.file(random.pick(&dice), by: actor)) != nil else { continue }
      check(matter)
      var postings = matter.dispute.statement(given: matter.given).postings
      // What accrues up to the day of reading is shown last, and grows.
      if let last = postings.last, last.kind == .accrual, last.postedAt == matter.now {
        postings.removeLast()
      }
      let isKept = Array(postings.prefix(known.count)) == known
      #expect(isKept, "nothing posted is changed")
      known = postings
    }
    #expect(known.count > 1)
    // A replay of the docket gives the same ledger, byte for byte.
    let first = try #require(matter.log.first)
    var again = try #require(
      Dispute(id: matter.dispute.id, first: first.entry, filedAt: first.filedAt))
    for (entry, filedAt) in matter.log.dropFirst() { again.evolve(entry, filedAt: filedAt) }
    #expect(again == matter.dispute)
    let (kept, replayed) = (
      matter.dispute.statement(given: matter.given), again.statement(given: matter.given)
    )
    #expect("\(kept)" == "\(replayed)")
  }

  /// What was paid is set against costs and interest first, so principal is left of it.
  @Test func theLadderOfRemindersGoesOnWhileInterestLeavesSomethingToPay() throws {
    var matter = try matter()
    try matter.file(.fileDispute)
    try matter.file(.sendReminder(.email))
    try pay(&matter, try euro(840_000))
    #expect(owed(matter).isPositive)
    #expect(matter.dispute.deadlines.contains { $0.kind.isReminder })
    #expect(matter.refusal(.sendReminder(.email)) == nil)
    try pay(&matter, owed(matter))
    #expect(matter.status == .closed)
  }

  @Test func whatComesAfterAWriteOffIsRecovery() throws {
    var matter = try matter()
    try matter.file(.fileDispute)
    try pay(&matter, try euro(100_000))
    try matter.file(.assessPath(.writeOff))
    try matter.approved(.writeOff)
    #expect(matter.dispute.caseFile.outcome == .writtenOff)
    let rest = owed(matter)
    matter.advance(days: 30)
    #expect(owed(matter) == rest, "nothing accrues on what is written off")
    try pay(&matter, try euro(5_000))
    check(matter)
    let last = try #require(matter.dispute.statement(given: matter.given).postings.last)
    #expect(last.kind == .recovery)
    #expect(last.lines.map(\.account) == [.payment, .recovery])
  }

  @Test func aDecidedSumTakesThePlaceOfTheClaim() throws {
    var matter = try Matter.awardUnpaid()
    try pay(&matter, try euro(10_000))
    check(matter)
    let award = matter.dispute.statement(given: matter.given).postings.first { $0.kind == .award }
    #expect(award?.lines.contains { $0.account == .awardAdjust } ?? false)
    #expect(matter.dispute.quote(asOf: matter.today, given: matter.given) == nil)
    #expect(matter.condition(.postCharge(matter.fee(.costs, try euro(1)))) == .sumDecided)
    var settled = try Matter.draft(amounts: [1_000_000])
    try settled.file(.fileDispute)
    try settled.file(.inviteParty(.respondent, counsel: false))
    try settled.file(.joinDispute(.respondent, counsel: false), by: People.client)
    try pay(&settled, try euro(100))
    try settled.settle([500_000, 400_000])
    check(settled)
    try pay(&settled, try euro(900_000))
    check(settled)
  }
}

extension Matter {
  func paper(_ kind: ExhibitKind) -> ExhibitOffer {
    ExhibitOffer(
      kind: kind, compartment: .caseFile, hash: DocumentHash(bytes: [1]), byteCount: 1,
      mediaType: "application/pdf", items: [], madeForMediation: false)
  }

  func fee(_ kind: Charge.Kind, _ amount: Money) -> Charge {
    Charge(
      kind: kind, amount: amount, on: today, exhibit: ExhibitID(compartment: .caseFile, number: 1))
  }
}
