import Foundation
import OpenSSLKit
import ParleyDomain
import Testing

@testable import ParleyStore

/// The record of who read what is confided.
struct ReadTests {
  private static let dispute = DisputeID("7k3qm2xw")
  private static let caucus = Compartment.caucus(.respondent)

  private func read(
    _ sequences: ClosedRange<UInt64>?, by reader: Actor = People.mediator,
    way: ReadWay = .entries, exhibit: Int? = nil, in compartment: Compartment = caucus,
    whole: Bool = false
  ) -> ConfidedRead {
    ConfidedRead(
      dispute: Self.dispute, compartment: compartment, reader: reader.member, way: way,
      exhibit: exhibit, sequences: sequences, isWhole: whole)
  }

  private func enrol(_ office: Office) async throws {
    let members = [People.mediator, People.client].map { actor in
      PeopleChange.memberEnrolled(
        Member(
          id: actor.member, organization: nil, name: "Somebody",
          email: "\(actor.member.text)@people.example", roles: actor.roles,
          enrolledAt: TestClock.start, revokedAt: nil))
    }
    _ = try await office.journal.people(
      PeopleWrite(request: nil) { _ in Decision(people: members) { _ in [] } })
  }

  private func recorded(
    _ office: Office, in compartments: Set<Compartment> = [caucus]
  ) throws -> [RecordedRead] {
    try office.journal.read { try $0.reads(of: Self.dispute, in: compartments, after: 0) }
  }

  @Test func readsOfTheSameWithinTenMinutesAreOne() async throws {
    try await withOffice { office in
      try await enrol(office)
      try await office.journal.record([read(3...5)])
      try await office.journal.record([read(1...2), read(1...1, by: People.client)])
      try await office.journal.record([read(2...2, whole: true)])
      let found = try recorded(office)
      #expect(found.map(\.read) == [read(1...5, whole: true), read(1...1, by: People.client)])
      office.clock.advance(hours: 1)
      try await office.journal.record([read(3...5)])
      #expect(try recorded(office).map(\.read).last == read(3...5))
      #expect(try recorded(office).count == 3)
    }
  }

  @Test func aRepeatWritesNothing() async throws {
    try await withOffice { office in
      try await enrol(office)
      try await office.journal.record([read(3...5)])
      let before = try recorded(office)
      office.clock.advance(minutes: 1)
      try await office.journal.record([read(3...5)])
      #expect(try recorded(office) == before, "not even the time, within the ten minutes")
    }
  }

  @Test func theyAreOnDiskWhenTheCallReturnsAndKeptByCompartment() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    try await enrol(office)
    try await office.journal.record([
      read(nil, way: .download, exhibit: 2, in: .caseFile), read(1...1),
    ])
    // No closing: what a kill leaves.
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    let second = try Office(at: copy.path, clock: office.clock)
    #expect(try recorded(second).count == 1)
    #expect(
      try recorded(second, in: [.caseFile]).map(\.read)
        == [read(nil, way: .download, exhibit: 2, in: .caseFile)])
    #expect(try recorded(second, in: []).isEmpty)
    #expect(try second.journal.verifyAll().isEmpty)
    await second.journal.close()
    await office.journal.close()
  }

  @Test func pagesFollowEachOther() async throws {
    try await withOffice { office in
      try await enrol(office)
      for number in 1...7 {
        try await office.journal.record([read(nil, way: .download, exhibit: number)])
      }
      var found: [Int?] = []
      var after: Int64 = 0
      while true {
        let page = try office.journal.read {
          try $0.reads(of: Self.dispute, in: [Self.caucus], after: after, limit: 3)
        }
        guard let last = page.last else { break }
        found += page.map(\.read.exhibit)
        after = last.order
      }
      #expect(found == [1, 2, 3, 4, 5, 6, 7])
    }
  }

  @Test func olderOnesThanAreKeptAreForgotten() async throws {
    try await withOffice { office in
      try await enrol(office)
      try await office.journal.record([read(1...1)])
      office.clock.advance(days: Int64(Limits.readsKeptDays))
      try await office.journal.record([read(2...2)])
      #expect(try recorded(office).count == 2, "at the limit it is kept")
      office.clock.advance(days: 1)
      try await office.journal.record([read(3...3)])
      #expect(try recorded(office).map(\.read.sequences) == [2...2, 3...3])
    }
  }

  @Test func aReaderWithoutAnAccountIsAContradiction() async throws {
    try await withOffice { office in
      await #expect(throws: JournalFault.self) {
        try await office.journal.record([read(1...1, by: People.stranger)])
      }
      #expect(office.failures.isEmpty, "and no failure of the writer")
    }
  }
}
