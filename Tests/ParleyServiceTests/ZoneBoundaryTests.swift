import ParleyDomain
import ParleyProfiles
import ParleyService
import Testing

/// The ends of days where the clocks change, by the system's own zone files.
@Suite struct ZoneBoundaryTests {
  private static let generic = try? ProfileShelf(tables: ProfileShelf.ownTables)
    .profiles[ProfileShelf.standard]

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  /// Days on which clocks change, with their length in minutes: in Santiago and Cairo it is midnight
  /// itself that does not exist.
  private static let changes: [(zone: String, date: (Int, Int, Int), minutes: Int64)] = [
    ("Europe/Lisbon", (2026, 3, 29), 23 * 60), ("Europe/Lisbon", (2026, 10, 25), 25 * 60),
    ("America/New_York", (2026, 3, 8), 23 * 60), ("America/New_York", (2026, 11, 1), 25 * 60),
    ("Pacific/Chatham", (2026, 4, 5), 25 * 60), ("Pacific/Chatham", (2026, 9, 27), 23 * 60),
    ("America/Santiago", (2024, 9, 8), 23 * 60), ("America/Santiago", (2024, 4, 6), 25 * 60),
    ("Africa/Cairo", (2024, 4, 26), 23 * 60), ("Africa/Cairo", (2024, 10, 31), 25 * 60),
  ]

  @Test(arguments: changes.indices) func aDayIsAsLongAsItIs(index: Int) throws {
    let (name, date, minutes) = Self.changes[index]
    let zone = try ZoneFolder().zone(name)
    let day = try day(date.0, date.1, date.2)
    let (start, end) = (zone.start(of: day), zone.end(of: day))
    #expect((end.milliseconds - start.milliseconds) / 60_000 == minutes)
    #expect(zone.date(at: start) == day)
    #expect(zone.date(at: start.adding(milliseconds: -1)) == day.adding(days: -1))
    #expect(zone.date(at: end.adding(milliseconds: -1)) == day)
    #expect(zone.date(at: end) == day.adding(days: 1))
    // A cut-off in the afternoon is never touched by a change at night.
    #expect(zone.offsetSeconds(at: zone.moment(on: day, minutes: 960)) % 60 == 0)
    #expect(zone.date(at: zone.moment(on: day, minutes: 960)) == day)
  }

  /// A demand with ten days of grace that end on such a day: nothing a second before its end, the
  /// expiry at it, and once.
  @Test(arguments: changes.indices) func aGraceEndsWithSuchADay(index: Int) throws {
    let (name, date, _) = Self.changes[index]
    let zone = try ZoneFolder().zone(name)
    let last = try day(date.0, date.1, date.2)
    let profile = try #require(Self.generic ?? nil)
    let served = zone.moment(on: last.adding(days: -10), minutes: 720)
    let broker = Actor(
      member: MemberID("ana"), organization: OrganizationID("house"), roles: [.broker])
    let sample = try Sample.opening()
    let opening = DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: "PT",
      contractForm: .verbal, contractType: .services, clauses: [],
      items: sample.items.map {
        ClaimItem(
          number: 1, issued: nil, due: last.adding(days: -90), amount: $0.amount)
      }, limitation: last.adding(days: 900))
    func given(_ now: Instant) -> Given { Given(now: now, zone: zone, profile: profile) }
    let first = try Dispute.open(
      id: DisputeID("7k3qm2xw"),
      filing: Filing(actor: broker, command: .createDispute(opening), words: Sample.words),
      given: given(served))[0]
    var dispute = try #require(
      Dispute(id: DisputeID("7k3qm2xw"), first: first, filedAt: served))
    func take(_ entries: [Entry], _ now: Instant) {
      for entry in entries { dispute.evolve(entry, filedAt: now) }
    }
    take(
      try dispute.decide(Filing(actor: broker, command: .fileDispute), given: given(served)), served
    )
    let demand = Command.serveDemand(
      DemandTerms(
        amount: dispute.balance, graceDays: 10, contact: .waived, channel: .letter))
    let words = [Word("demand.instructions", "By transfer."), Word("demand.waiver", "Urgent.")]
    take(
      try dispute.decide(
        Filing(actor: broker, command: demand, words: words), given: given(served)), served)
    let grace = try #require(dispute.deadlines.first { $0.kind == .grace })
    #expect(grace.dueAt == zone.end(of: last))
    #expect(dispute.dueDeadlines(at: grace.dueAt.adding(milliseconds: -1000)).isEmpty)
    #expect(dispute.fire(grace, given: given(grace.dueAt.adding(milliseconds: -1000))).isEmpty)
    let entries = dispute.fire(grace, given: given(grace.dueAt))
    #expect(entries.map(\.event) == [.graceExpired])
    #expect(entries.first?.effectiveAt == grace.dueAt)
    take(entries, grace.dueAt)
    #expect(dispute.fire(grace, given: given(grace.dueAt.adding(milliseconds: 1000))).isEmpty)
  }
}
