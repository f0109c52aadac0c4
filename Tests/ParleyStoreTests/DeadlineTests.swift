import ParleyDomain
import ParleyStore
import Testing

struct DeadlineTests {
  private let id = DisputeID("7k3qm2xw")

  private func expiries(_ office: Office) throws -> [DocketEntry] {
    try office.journal.read { try $0.entries(of: id, in: Set(Compartment.all)) }
      .filter { $0.entry.event == .graceExpired }
  }

  @Test func aPeriodEndsOnceAndAtItsDueMoment() async throws {
    try await withOffice { office in
      try await office.served(id)
      let due = try #require(try office.journal.nextDueAt())
      try await office.journal.fireDue()
      #expect(try expiries(office).isEmpty)
      office.clock.advance(days: 40)
      try await office.journal.fireDue()
      try await office.journal.fireDue()
      let fired = try expiries(office)
      #expect(fired.count == 1)
      #expect(fired.first?.entry.actor == nil)
      #expect(fired.first?.entry.effectiveAt == due)
    }
  }

  @Test func whatFellDueWhileTheServerStoodStillFiresOnce() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    try await office.served(id)
    await office.journal.close()
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    office.clock.advance(days: 40)
    let second = try Office(at: copy.path, clock: office.clock)
    try await second.journal.fireDue()
    #expect(try expiries(second).count == 1)
    await second.journal.close()
    let again = try Copy(of: copy.path)
    defer { Office.remove(again.path) }
    let third = try Office(at: again.path, clock: office.clock)
    try await third.journal.fireDue()
    #expect(try expiries(third).count == 1)
    #expect(try third.journal.verifyAll().isEmpty)
    await third.journal.close()
  }

  @Test func whatIsDueFiresBeforeACommand() async throws {
    try await withOffice { office in
      try await office.served(id)
      office.clock.advance(days: 40)
      try await office.file(id, .sendReminder(.email))
      let events = try office.journal.read {
        try $0.entries(of: id, in: [.caseFile])
      }.suffix(2).map(\.entry.event)
      #expect(events.first == .graceExpired)
      #expect(events.last == .reminderSent(.email, number: 2))
    }
  }
}
