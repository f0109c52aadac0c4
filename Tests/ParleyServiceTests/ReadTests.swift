import ParleyDomain
import ParleyStore
import Testing

@testable import ParleyService

/// What cannot be recorded as read is not shown.
struct ReadTests {
  private func count(
    _ house: House, _ id: DisputeID, _ compartment: Compartment, by caller: Caller
  ) async throws -> Int {
    let page = try await house.registrar.entries(
      of: id, compartment: compartment, after: nil, limit: 50, full: false, for: caller)
    return page.entries.count
  }

  @Test func whatCannotBeRecordedIsNotShown() async throws {
    try await House.with { house in
      let author = try await house.broker(of: "Northgate")
      let organization = try #require(author.actor.organization)
      let colleague = try await house.colleague(
        in: organization, name: "Second Broker", role: .broker)
      let id = try await house.draft(by: author)
      let part = Compartment.partyPrivate(.claimant)
      _ = try await house.registrar.change(
        ChangeRequest(
          dispute: id, ask: .command(.addNote(part)), words: [Word("note.text", "Between us.")],
          freshness: .any, repeatability: Sample.request()), by: author, reply: { _ in [] })
      // Writing stops; what is on disk can still be read.
      await house.registrar.close()
      #expect(try await count(house, id, part, by: author) == 1, "an author's own is not recorded")
      #expect(try await count(house, id, .caseFile, by: colleague) > 0, "nor is the case file")
      await #expect(throws: JournalFault.stopped) {
        try await count(house, id, part, by: colleague)
      }
      await #expect(throws: JournalFault.stopped) {
        _ = try await house.registrar.entry(
          of: id, compartment: part, sequence: 1, full: true, for: colleague)
      }
    }
  }
}
