import ParleyDomain
import ParleyProfiles
import Testing

/// How periods are counted: weekends, holidays, the end of a day, zones, daylight saving.
@Suite struct ReckoningTests {
  private func profile() throws -> RuleProfile {
    try #require(try ProfileShelf(tables: ProfileShelf.ownTables).profiles["finra-like-2026.1"])
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  /// An hour forward on 29 March 2026 at 01:00 UTC, back on 25 October 2026.
  private let lisbon = Zone(
    name: "Europe/Lisbon", initialOffsetSeconds: 0,
    transitions: [
      Zone.Transition(at: Instant(milliseconds: 1_774_746_000_000), offsetSeconds: 3600),
      Zone.Transition(at: Instant(milliseconds: 1_792_890_000_000), offsetSeconds: 0),
    ])

  @Test func theDayOfTheTriggerDoesNotCountAndTheLastOneDoes() throws {
    let found = try profile().reckoning(from: day(2026, 3, 2), days: 14)
    #expect(try found.last == day(2026, 3, 16))
    #expect(found.passedOver.isEmpty)
  }

  @Test func aPeriodThatEndsOnADayOfRestEndsOnTheNextWorkingDay() throws {
    // Thursday 26 November is Thanksgiving; then a Friday that is none.
    let found = try profile().reckoning(from: day(2026, 11, 12), days: 14)
    #expect(try found.nominal == day(2026, 11, 26))
    #expect(found.passedOver.map(\.why) == ["Thanksgiving Day"])
    #expect(try found.last == day(2026, 11, 27))
    // Over the turn of the year: Friday 1 January, then a weekend.
    let year = try profile().reckoning(from: day(2026, 12, 18), days: 14)
    #expect(year.passedOver.map(\.why) == ["New Year's Day", "Saturday", "Sunday"])
    #expect(try year.last == day(2027, 1, 4))
  }

  @Test func whatIsSentByLetterIsReceivedLater() throws {
    let found = try profile().reckoning(from: day(2026, 3, 2), days: 14, serviceDays: 3)
    #expect(try found.nominal == day(2026, 3, 19))
  }

  @Test func aDayEndsInItsZoneAlsoWhenTheClocksChange() throws {
    let generic = RuleProfile.generic
    let spring = try day(2026, 3, 29)
    let before = lisbon.end(of: spring.adding(days: -1))
    #expect(
      generic.end(of: spring, in: lisbon).milliseconds - before.milliseconds == 23 * 3_600_000)
    let autumn = try day(2026, 10, 25)
    let start = lisbon.start(of: autumn)
    #expect(lisbon.end(of: autumn).milliseconds - start.milliseconds == 25 * 3_600_000)
  }

  @Test func aCutOffIsAnHourOnTheWall() throws {
    let day = try day(2026, 7, 1)
    #expect(lisbon.moment(on: day, minutes: 960) == lisbon.start(of: day).adding(hours: 16))
    // 01:30 does not exist on the day the clocks go forward; 16:00 does.
    let spring = try self.day(2026, 3, 29)
    #expect(lisbon.moment(on: spring, minutes: 960) == lisbon.start(of: spring).adding(hours: 15))
    #expect(lisbon.date(at: lisbon.moment(on: spring, minutes: 90)) == spring)
    let autumn = try self.day(2026, 10, 25)
    #expect(
      lisbon.moment(on: autumn, minutes: 90)
        == lisbon.start(of: autumn).adding(milliseconds: 5_400_000))
  }

  @Test(arguments: ["UTC", "Europe/Lisbon"]) func aDeadlineFiresAtItsInstantAndNotASecondBefore(
    zone: String
  ) throws {
    var matter = try Matter.served()
    matter.zone = zone == "UTC" ? .utc : lisbon
    matter.profile = try profile()
    // Served again under these rules: by letter, so received three days later.
    try matter.file(.withdrawDispute(withPrejudice: false))
    try matter.file(.reopenDispute)
    let grace = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    matter.advance(to: grace.dueAt.adding(milliseconds: -1000))
    matter.fire()
    #expect(matter.status == .demandServed)
    matter.advance(to: grace.dueAt)
    matter.fire()
    #expect(matter.status == .graceExpired)
    let entry = try #require(matter.log.last { $0.entry.event == .graceExpired })
    #expect(entry.entry.effectiveAt == grace.dueAt)
    matter.advance(to: grace.dueAt.adding(milliseconds: 1000))
    matter.fire()
    #expect(matter.events.filter { $0 == .graceExpired }.count == 1)
  }

  @Test func anAccountShowsTheArithmetic() throws {
    var matter = try Matter.served()
    let grace = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    let account = matter.dispute.account(of: grace, profile: matter.profile, zone: matter.zone)
    #expect(account.source == "Demand 1")
    #expect(account.reckoning?.days == 14)
    #expect(account.reckoning.map { matter.profile.end(of: $0.last, in: .utc) } == grace.dueAt)
    try matter.file(
      .extendDeadline(Extension(kind: .grace, until: matter.today.adding(days: 20))))
    let longer = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    #expect(longer.extendedTo == matter.today.adding(days: 20))
    #expect(longer.triggeredAt == grace.setAt)
    try matter.file(
      .placeHold(HoldTerms(kind: .administrative)), by: People.supervisor)
    matter.advance(days: 2)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    let moved = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    let told = matter.dispute.account(of: moved, profile: matter.profile, zone: matter.zone)
    #expect(told.stoodStill.count == 1)
    #expect(moved.dueAt == longer.dueAt.adding(hours: 48))
  }

  @Test func aYearOfACaseReplaysInNoTime() throws {
    var matter = try Matter.recordClosed()
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    let clock = ContinuousClock()
    let took = clock.measure {
      for _ in 0..<365 { matter.advance(days: 1) }
    }
    #expect(matter.status == .awardUnpaid)
    #expect(took < .seconds(1))
  }
}
