import ParleyDomain
import ParleyProfiles
import Testing

/// Every deadline that fires: not a second before its moment, at it, and once.
@Suite struct BoundaryTests {
  /// An hour forward on 29 March 2026 at 01:00 UTC, back on 25 October 2026, and so on in 2027.
  private static let lisbon = Zone(
    name: "Europe/Lisbon", initialOffsetSeconds: 0,
    transitions: [
      Zone.Transition(at: Instant(milliseconds: 1_774_746_000_000), offsetSeconds: 3600),
      Zone.Transition(at: Instant(milliseconds: 1_792_890_000_000), offsetSeconds: 0),
      Zone.Transition(at: Instant(milliseconds: 1_806_195_600_000), offsetSeconds: 3600),
    ])

  /// A dispute in which each kind runs.
  private static let running: [(name: String, make: @Sendable () throws -> Matter)] = [
    (
      "CURE",
      {
        var matter = try Matter.filed()
        try matter.file(.markDeficient, by: People.administrator)
        return matter
      }
    ),
    ("GRACE", { try Matter.served() }),
    (
      "OFFER_EXPIRY_1",
      {
        var matter = try Matter.filed()
        try matter.file(.makeOffer(matter.plan([840_000])))
        return matter
      }
    ),
    (
      "SIGNING",
      {
        var matter = try Matter.filed()
        try matter.file(.makeOffer(matter.plan([840_000])), by: People.client)
        try matter.file(.acceptOffer(number: 1, agreement: hash("d")))
        return matter
      }
    ),
    (
      "INSTALMENT_1",
      {
        var matter = try Matter.filed()
        try matter.settle([500_000, 340_000])
        return matter
      }
    ),
    (
      "MEDIATION_CONSENT",
      {
        var matter = try Matter.graceExpired()
        try matter.file(.proposeMediation)
        return matter
      }
    ),
    ("MEDIATION_WINDOW", { try Matter.inSession() }),
    (
      "ANSWER",
      {
        var matter = try Matter.graceExpired()
        try matter.demandArbitration()
        return matter
      }
    ),
    (
      "CORRECTION_WINDOW",
      {
        var matter = try Matter.recordClosed()
        try matter.file(.issueAward(matter.award()), by: People.arbitrator)
        return matter
      }
    ),
    (
      "PAY_BY",
      {
        var matter = try Matter.recordClosed()
        try matter.file(.issueAward(matter.award(payInDays: 60)), by: People.arbitrator)
        matter.advance(days: 22)
        return matter
      }
    ),
    (
      "HOLD_END_1",
      {
        var matter = try Matter.filed()
        try matter.file(
          .placeHold(HoldTerms(kind: .fraudReview, until: matter.today.adding(days: 9))),
          by: People.supervisor)
        return matter
      }
    ),
    (
      "JUDGMENT_EXPIRY",
      {
        var matter = try Matter.counselReferred()
        try matter.court(Command.recordFiling)
        try matter.court(Command.recordService)
        let (amount, until) = (try euro(900_000), matter.today.adding(days: 5))
        try matter.court { .recordJudgment($0, amount: amount, until: until) }
        matter.fire()
        return matter
      }
    ),
    ("LIMITATION_ALERT_180", { try Matter.draft(limitationDays: 300) }),
    (
      "JUDGMENT_ALERT_90",
      {
        var matter = try Matter.counselReferred()
        try matter.court(Command.recordFiling)
        try matter.court(Command.recordService)
        let (amount, until) = (try euro(900_000), matter.today.adding(days: 120))
        try matter.court { .recordJudgment($0, amount: amount, until: until) }
        matter.fire()
        return matter
      }
    ),
  ]

  @Test(arguments: running.map(\.name)) func itFiresAtItsMomentAndOnce(name: String) throws {
    let make = try #require(Self.running.first { $0.name == name }).make
    var matter = try make()
    let deadline = try #require(
      (matter.dispute.deadlines + matter.dispute.alerts).first { $0.kind.name == name })
    #expect(deadline.kind.fires)
    let start = matter.log.count
    matter.advance(to: deadline.dueAt.adding(milliseconds: -1000))
    matter.fire()
    // What falls due earlier has fired; this one has not, even when it is tried.
    #expect(matter.dispute.fire(deadline, given: matter.given).isEmpty)
    let before = matter.log.count
    #expect(!matter.log[start...].contains { $0.entry.effectiveAt >= deadline.dueAt })
    matter.advance(to: deadline.dueAt)
    matter.fire()
    let fired = matter.log[before...].map(\.entry)
    #expect(!fired.isEmpty)
    #expect(fired.allSatisfy { $0.effectiveAt == deadline.dueAt && $0.actor == nil })
    matter.advance(to: deadline.dueAt.adding(milliseconds: 1000))
    matter.fire()
    #expect(matter.log.count == before + fired.count)
  }

  /// The kinds above are all that fire: a new one has to be added here.
  @Test func allKindsThatFireAreTried() {
    let kinds: [DeadlineKind] = [
      .cure, .grace, .offerExpiry(1), .signing, .mediationConsent, .objectionWindow,
      .mediationWindow, .answer, .exchange, .award, .correctionWindow, .payBy, .instalment(1),
      .limitation, .holdEnd(1), .reminder(2), .judgmentExpiry, .limitationAlert(180),
      .judgmentAlert(90),
    ]
    #expect(
      Set(kinds.filter(\.fires).map(\.name)) == Set(Self.running.map(\.name)))
  }

  // Days

  private func finra() throws -> RuleProfile {
    try #require(try ProfileShelf(tables: ProfileShelf.ownTables).profiles["finra-like-2026.1"])
  }

  /// The grace of a demand that is served on a day, in Lisbon.
  private func grace(
    served day: CivilDate, graceDays: Int, cutOffMinutes: Int = 1440, rules: RuleProfile? = nil
  ) throws -> Deadline {
    let base = rules ?? .generic
    var matter = try Matter.filed()
    matter.zone = Self.lisbon
    matter.profile = RuleProfile(
      name: base.name, numbers: base.numbers, silenceIsDenial: base.silenceIsDenial,
      calendar: base.calendar, rollsToWorkingDay: base.rollsToWorkingDay,
      cutOffMinutes: cutOffMinutes, deemedServiceDays: base.deemedServiceDays,
      businessDays: base.businessDays, reminderDays: base.reminderDays,
      alertDays: base.alertDays, limitation: base.limitation, contact: base.contact,
      tone: base.tone, medArb: base.medArb)
    matter.now = Self.lisbon.moment(on: day, minutes: 600)
    try matter.file(.sendReminder(.email))
    try matter.serve(graceDays: graceDays)
    let due = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    for (offset, status) in [(-1000, Status.demandServed), (0, .graceExpired)] as [(Int64, Status)]
    {
      matter.advance(to: due.dueAt.adding(milliseconds: offset))
      matter.fire()
      #expect(matter.status == status)
    }
    return due
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test(arguments: [960, 1440]) func overTheChangeOfTheClocks(cutOff: Int) throws {
    // Served in summer time, over in winter time: 24 hours more than 14 times 24 less one.
    let served = try day(2026, 10, 20)
    let due = try grace(served: served, graceDays: 14, cutOffMinutes: cutOff)
    let last = try day(2026, 11, 3)
    #expect(due.dueAt == Self.lisbon.moment(on: last, minutes: cutOff))
    let noon = Self.lisbon.moment(on: served, minutes: cutOff)
    #expect(due.dueAt.milliseconds - noon.milliseconds == (14 * 24 + 1) * 3_600_000)
  }

  @Test func overTheTurnOfTheYear() throws {
    let due = try grace(served: day(2026, 12, 25), graceDays: 7)
    #expect(try due.dueAt == Self.lisbon.end(of: day(2027, 1, 1)))
  }

  @Test func intoALeapDay() throws {
    let due = try grace(served: day(2028, 2, 15), graceDays: 14)
    #expect(try due.dueAt == Self.lisbon.end(of: day(2028, 2, 29)))
    let common = try grace(served: day(2027, 2, 15), graceDays: 14)
    #expect(try common.dueAt == Self.lisbon.end(of: day(2027, 3, 1)))
  }

  @Test func overHolidaysThatRoll() throws {
    // By letter three days, then 14: Thursday 24 December, Christmas Day as observed for 2027.
    let due = try grace(
      served: day(2026, 12, 8), graceDays: 14, cutOffMinutes: 1440, rules: finra())
    // 25 December is a holiday, then a weekend: Monday 28 December.
    #expect(try due.dueAt == Self.lisbon.end(of: day(2026, 12, 28)))
  }

  @Test func atFourInTheAfternoonOrAtTheEndOfTheDay() throws {
    let served = try day(2026, 6, 1)
    let four = try grace(served: served, graceDays: 10, cutOffMinutes: 960)
    let end = try grace(served: served, graceDays: 10, cutOffMinutes: 1440)
    #expect(end.dueAt == four.dueAt.adding(hours: 8))
    #expect(try Self.lisbon.date(at: four.dueAt) == day(2026, 6, 11))
    #expect(try Self.lisbon.date(at: end.dueAt) == day(2026, 6, 12))
  }

  @Test func monthsEndWhereMonthsEnd() throws {
    #expect(try day(2024, 2, 29).adding(months: 12) == day(2025, 2, 28))
    #expect(try day(2024, 2, 29).adding(months: 48) == day(2028, 2, 29))
    #expect(try day(2026, 8, 31).adding(months: 1) == day(2026, 9, 30))
    #expect(try day(2026, 11, 30).adding(months: 3) == day(2027, 2, 28))
    #expect(try day(2026, 12, 31).adding(months: 0) == day(2026, 12, 31))
  }

  @Test func businessDaysLeaveOutDaysOfRest() throws {
    let calendar = try finra().businessDays
    // From the day before Thanksgiving: Friday, Monday, Tuesday, Wednesday, Thursday.
    #expect(
      try calendar.day(workingDays: 5, after: day(2026, 11, 25)) == day(2026, 12, 3))
  }
}
