import ParleyDomain
import Testing

/// What was posted wrongly is taken back: whole, once, from a day on, and with every cent of what had
/// been set against it set anew.
@Suite struct ReversalTests {
  private func owed(_ matter: Matter) -> Int64 {
    matter.dispute.balance(on: matter.today, given: matter.given).minorUnits
  }

  private func credit(_ matter: Matter) -> Int64 {
    matter.dispute.credit(on: matter.today, given: matter.given).minorUnits
  }

  /// Filed, with late fee 1 of 25.00 and costs 2 of 10.00.
  private func charged() throws -> Matter {
    var matter = try Matter.filed(clauses: [.arbitration, .lateFee])
    try matter.file(.addExhibit(matter.paper(.contract)))
    try matter.file(.postCharge(matter.fee(.lateFee, try euro(2_500))))
    try matter.file(.postCharge(matter.fee(.costs, try euro(1_000))))
    return matter
  }

  @Test func aChargeIsTakenBackOnceAndForGood() throws {
    var matter = try charged()
    let before = owed(matter)
    try matter.file(.reversePosting(.charge(1), on: nil))
    #expect(owed(matter) == before - 2_500)
    #expect(matter.condition(.reversePosting(.charge(1), on: nil)) == .alreadyReversed)
    #expect(matter.condition(.reversePosting(.reversal(1), on: nil)) == .reversalFinal)
    #expect(matter.refusal(.reversePosting(.reversal(2), on: nil)) == .notFound)
    #expect(matter.refusal(.reversePosting(.charge(3), on: nil)) == .notFound)
    #expect(matter.condition(.reversePosting(.compensation(item: 1), on: nil)) == .noSuchPosting)
    #expect(matter.condition(.reversePosting(.writeOff, on: nil)) == .noSuchPosting)
    try matter.file(.reversePosting(.charge(2), on: nil))
    #expect(matter.condition(.reversePosting(.charge(2), on: nil)) == .noSuchPosting)
    // Posted anew, it is a charge of its own.
    try matter.file(.postCharge(matter.fee(.costs, try euro(900))))
    #expect(owed(matter) == 840_900)
    let statement = matter.dispute.statement(given: matter.given)
    #expect(
      statement.postings.map(\.reference) == [
        nil, .charge(1), .charge(2), .charge(1), .charge(2), .charge(3),
      ])
    #expect(statement.postings.map(\.kind).suffix(3) == [.reversal, .reversal, .charge])
    #expect(statement.balance == 840_900)
  }

  @Test func onlyWhoMayPostMayTakeBack() throws {
    var matter = try charged()
    for actor in People.all where actor.member != People.broker.member {
      let refusal = matter.refusal(.reversePosting(.charge(1), on: nil), by: actor)
      let posting = matter.refusal(.postCharge(matter.fee(.costs, try euro(1))), by: actor)
      #expect((refusal == nil) == (posting == nil))
    }
    try matter.file(.reversePosting(.charge(1), on: nil), by: People.supervisor)
    #expect(matter.dispute.caseFile.reversals.count == 1)
  }

  @Test func aReversalCountsFromItsDay() throws {
    var matter = try charged()
    let posted = matter.today
    matter.advance(days: 10)
    #expect(
      matter.refusal(.reversePosting(.charge(1), on: posted.adding(days: -1)))?.fields == [
        "value_date"
      ])
    #expect(
      matter.refusal(.reversePosting(.charge(1), on: matter.today.adding(days: 1)))?.fields == [
        "value_date"
      ])
    let days = (0...10).map { posted.adding(days: $0) }
    let before = days.map { matter.dispute.quote(asOf: $0, given: matter.given) }
    try matter.file(.reversePosting(.charge(1), on: posted.adding(days: 6)))
    let after = days.map { matter.dispute.quote(asOf: $0, given: matter.given) }
    #expect(Array(before.prefix(6)) == Array(after.prefix(6)))
    #expect(after.dropFirst(6).allSatisfy { $0?.balance.minorUnits == 841_000 })
    // The ledger shows both, the second under the day it counts from.
    let last = matter.dispute.statement(given: matter.given).postings.last
    #expect(last?.valueDate == posted.adding(days: 6))
    #expect(last?.lines.map(\.amount) == [-2_500, 2_500])
    #expect(last?.lines.map(\.account) == [.lateFee, .claim])
  }

  @Test func whatHadPaidItIsSetAnewOrIsCredit() throws {
    var matter = try charged()
    try matter.pay(10_000)
    let quote = matter.dispute.quote(asOf: matter.today, given: matter.given)
    #expect(quote?.left(.lateFee) == 0 && quote?.left(.principal) == 833_500)
    try matter.file(.reversePosting(.charge(1), on: nil))
    let anew = try #require(matter.dispute.quote(asOf: matter.today, given: matter.given))
    #expect(anew.left(.principal) == 831_000 && anew.credit == 0)
    #expect(anew.payments[0].parts.map(\.amount).reduce(0, +) == 10_000)
    try matter.pay(831_000, reference: "B-2")
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
    // All is paid, so that what the other charge had taken is the respondent's again.
    try matter.file(.reversePosting(.charge(2), on: nil))
    #expect(matter.status == .closed)
    #expect(credit(matter) == 1_000 && owed(matter) == 0)
    let statement = matter.dispute.statement(given: matter.given)
    #expect(statement.balance == -1_000)
    #expect(statement.postings.allSatisfy { $0.lines.map(\.amount).reduce(0, +) == 0 })
  }

  @Test func whatIsLeftAfterItMayBeNothing() throws {
    var matter = try charged()
    try matter.pay(840_000)
    #expect(owed(matter) == 3_500)
    try matter.file(.reversePosting(.charge(1), on: nil))
    try matter.file(.reversePosting(.charge(2), on: nil))
    #expect(matter.dispute.caseFile.outcome == .paidInFull)
  }

  @Test func whatWasDecidedOrSignedStands() throws {
    var awarded = try Matter.recordClosed()
    try awarded.file(.postCharge(awarded.fee(.costs, try euro(1_000))))
    try awarded.file(.issueAward(awarded.award()), by: People.arbitrator)
    let refusal = awarded.refusal(.reversePosting(.charge(1), on: nil))
    #expect(
      refusal
        == .unmet(
          .postingDecided, .reversePosting, rule: "P4", earliest: nil,
          next: NextStep(.writeOff, by: .claimant)))
    var settled = try charged()
    try settled.file(.makeOffer(settled.plan([400_000, 400_000])), by: People.client)
    try settled.file(.acceptOffer(number: 1, agreement: hash("d")))
    #expect(settled.condition(.reversePosting(.charge(1), on: nil)) == .agreementUnsigned)
    try settled.sign(by: People.broker)
    try settled.sign(by: People.client)
    #expect(settled.condition(.reversePosting(.charge(1), on: nil)) == .postingDecided)
    var ended = try charged()
    try ended.file(.withdrawDispute(withPrejudice: true))
    #expect(ended.refusal(.reversePosting(.charge(1), on: nil))?.isWrongStage ?? false)
  }

  @Test func aWriteOffTakenBackOpensTheDisputeAndItsDaysBearNoInterest() throws {
    var matter = try Matter.interestBearing()
    matter.advance(days: 5)
    try matter.file(.assessPath(.writeOff))
    try matter.approved(.writeOff)
    let closed = matter.today
    let rest = owed(matter)
    matter.advance(days: 20)
    try matter.pay(5_000)
    let recovered = matter.dispute.statement(given: matter.given).postings.last
    #expect(recovered?.kind == .recovery)
    let known = (0...20).map {
      matter.dispute.quote(asOf: closed.adding(days: $0), given: matter.given)?.balance
    }
    var back = matter
    try matter.file(.reversePosting(.writeOff, on: nil))
    #expect(matter.status == .filed && matter.dispute.caseFile.outcome == nil)
    #expect(owed(matter) == rest - 5_000)
    #expect(
      (0...20).map {
        matter.dispute.quote(asOf: closed.adding(days: $0), given: matter.given)?.balance
      } == known)
    let posting = try #require(
      matter.dispute.statement(given: matter.given).postings.last { $0.kind == .reversal })
    #expect(posting.reference == .writeOff)
    #expect(posting.lines.map(\.amount).reduce(0, +) == 0)
    #expect(posting.lines.contains { $0.account == .writeOff && $0.amount == -rest })
    #expect(posting.lines.contains { $0.account == .recovery && $0.amount == 5_000 })
    matter.advance(days: 30)
    #expect(owed(matter) > rest - 5_000, "interest runs again")
    #expect(matter.condition(.reversePosting(.writeOff, on: nil)) == .noSuchPosting)
    // Dated back to the day it was closed, it is as if it had never been.
    try back.file(.reversePosting(.writeOff, on: closed))
    var never = try Matter.interestBearing()
    never.advance(days: 25)
    try never.pay(5_000)
    #expect(owed(back) == owed(never))
  }

  @Test func aRecoveryIsReversedAsThePaymentItIs() throws {
    var matter = try Matter.interestBearing()
    try matter.file(.assessPath(.writeOff))
    try matter.approved(.writeOff)
    let rest = owed(matter)
    try matter.pay(5_000)
    #expect(owed(matter) == rest - 5_000)
    try matter.file(.reversePayment(number: 1))
    #expect(owed(matter) == rest && matter.dispute.caseFile.outcome == .writtenOff)
    let last = try #require(matter.dispute.statement(given: matter.given).postings.last)
    #expect(last.kind == .reversal && last.lines.map(\.account) == [.payment, .recovery])
  }

  @Test func aFixedSumIsTakenBack() throws {
    var matter = try Matter.interestBearing()
    let before = owed(matter)
    let first = try #require(
      matter.dispute.quote(asOf: matter.today, given: matter.given)?.compensation.first)
    #expect(
      matter.refusal(.reversePosting(.compensation(item: 1), on: first.on.adding(days: -1)))?
        .fields == ["value_date"])
    try matter.file(.reversePosting(.compensation(item: 1), on: first.on))
    #expect(owed(matter) == before - first.amount)
    let quote = try #require(matter.dispute.quote(asOf: matter.today, given: matter.given))
    #expect(quote.compensation.count == 2, "it still stands there")
    #expect(quote.reversals.map(\.amount) == [first.amount])
    #expect(
      matter.condition(.reversePosting(.compensation(item: 1), on: nil)) == .alreadyReversed)
  }
}

extension Matter {
  /// Filed, with the interest and fixed sums of late payment between businesses.
  static func interestBearing() throws -> Matter {
    var matter = try Matter.draft()
    let plain = matter.dispute.caseFile.opening
    matter.interest = try LedgerCase.profile("eu-per-period-2026.1")
    let command = Command.createDispute(
      DisputeOpening(
        debtorKind: .business, collectorKind: plain.collectorKind,
        jurisdiction: plain.jurisdiction, contractForm: plain.contractForm,
        contractType: plain.contractType, clauses: [.arbitration], items: plain.items,
        limitation: plain.limitation, interest: InterestPin(profile: "eu-per-period-2026.1")))
    let filing = Filing(
      actor: People.broker, command: command,
      words: Matter.wording(command) + [Word("respondent.email", "accounts@client.example")])
    let first = try #require(
      try Dispute.open(id: matter.dispute.id, filing: filing, given: matter.given).first)
    matter.dispute = try #require(
      Dispute(id: matter.dispute.id, first: first, filedAt: matter.now))
    matter.log = [(first, matter.now)]
    try matter.file(.fileDispute)
    return matter
  }
}
