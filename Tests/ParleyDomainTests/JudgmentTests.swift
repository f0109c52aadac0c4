import ParleyDomain
import Testing

/// Until when a judgment can be enforced.
@Suite struct JudgmentTests {
  private func judgment(days: Int) throws -> Matter {
    var matter = try Matter.counselReferred()
    try matter.court(Command.recordFiling)
    try matter.court(Command.recordService)
    let amount = try euro(900_000)
    let until = matter.today.adding(days: days)
    try matter.court { .recordJudgment($0, amount: amount, until: until) }
    return matter
  }

  @Test func itExpiresAtTheEndOfItsDayAndIsRenewed() throws {
    var matter = try judgment(days: 400)
    let expiry = try #require(matter.dispute.deadlines.first { $0.kind == .judgmentExpiry })
    #expect(expiry.dueAt == Zone.utc.end(of: matter.today.adding(days: 400)))
    #expect(expiry.waitsOn == [.claimant] && expiry.rule == "T23")
    matter.advance(to: expiry.dueAt.adding(milliseconds: -1000))
    matter.fire()
    #expect(!matter.events.contains(.judgmentExpired))
    let paper = try matter.addExhibit(.courtDocument)
    let enforcement = Command.recordEnforcement(
      CourtRecord(document: paper, on: matter.today), kind: .lien)
    #expect(matter.refusal(enforcement) == nil)
    matter.advance(to: expiry.dueAt)
    matter.fire()
    #expect(matter.log.last?.entry.event == .judgmentExpired)
    #expect(matter.log.last?.entry.effectiveAt == expiry.dueAt)
    matter.advance(days: 1)
    #expect(matter.events.count { $0 == .judgmentExpired } == 1)
    #expect(matter.condition(enforcement) == .judgmentExpired)
    #expect(matter.dispute.balance == (try euro(900_000)))
    let until = matter.today.adding(days: 3_000)
    try matter.court { .recordRenewal($0, until: until) }
    #expect(matter.dispute.caseFile.legal.renewals.map(\.until) == [until])
    #expect(matter.refusal(enforcement) == nil)
    #expect(
      matter.dispute.deadlines.first { $0.kind == .judgmentExpiry }?.dueAt
        == Zone.utc.end(of: until))
  }

  @Test func theClaimantIsAlertedBeforeAndAgainAfterARenewal() throws {
    var matter = try judgment(days: 200)
    func alerts() -> Int {
      matter.events.count { if case .expiryAlerted(.judgment, _, _) = $0 { true } else { false } }
    }
    matter.advance(days: 195)
    #expect(alerts() == 4)
    let until = matter.today.adding(days: 200)
    try matter.court { .recordRenewal($0, until: until) }
    #expect(matter.dispute.alert == nil)
    matter.advance(days: 195)
    #expect(alerts() == 8)
    #expect(matter.dispute.alert?.of == .judgment)
  }

  @Test func aRenewalIsLaterThanWhatItRenews() throws {
    var matter = try judgment(days: 100)
    let paper = try matter.addExhibit(.courtDocument)
    let record = CourtRecord(document: paper, on: matter.today)
    for days in [-1, 99, 100] {
      #expect(
        matter.refusal(.recordRenewal(record, until: matter.today.adding(days: days)))?.fields
          == ["expire_date"])
    }
    #expect(
      matter.refusal(.recordRenewal(record, until: matter.today.adding(days: 101))) == nil)
    #expect(matter.refusal(.recordRenewal(record, until: matter.today), by: People.client) != nil)
    let early = try Matter.counselReferred()
    #expect(early.refusal(.recordRenewal(record, until: matter.today))?.isWrongStage == true)
  }
}
