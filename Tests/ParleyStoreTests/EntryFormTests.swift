import Foundation
import ParleyDomain
@testable import ParleyStore
import Testing

struct EntryFormTests {
  private let place = EntryForm.Place(
    dispute: DisputeID("7k3qm2xw"), compartment: .caseFile, sequence: 4)

  private func entry(_ event: Event) -> Entry {
    Entry(
      compartment: .caseFile, event: event, actor: MemberID("ana"),
      effectiveAt: SampleEvents.at, words: [Word("note.text", "Olá “quotes” \u{1F600}\n")])
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func everyEventComesBackAsItWas() throws {
    for event in try SampleEvents.all() {
      let entry = entry(event)
      let form = try EntryForm(entry, at: place, filedAt: SampleEvents.at)
      let back = try EntryForm.decoded(
        header: form.header, facts: form.facts, words: form.words, at: place)
      #expect(back.entry == entry)
      #expect(back.filedAt == SampleEvents.at)
    }
  }

  /// The contract lists the events in one `oneof`; each of them is among the samples.
  @Test func noEventOfTheContractIsForgotten() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let contract = try String(
      contentsOf: root.appending(path: "protos/parley/journal/v1/journal.proto"),
      encoding: .utf8)
    let events = try #require(contract.firstMatch(of: /oneof event \{([^}]*)\}/)).1
    let declared = Set(events.matches(of: /(\w+) = \d+;/).map { String($0.1).uppercased() })
    let sampled = Set(try SampleEvents.all().map { try $0.stored().kind })
    #expect(declared == sampled)
    #expect(declared.count > 80)
  }

  @Test func theHeaderKeepsMovesAndRecordedActs() throws {
    let entry = Entry(
      compartment: .caseFile, event: .disputeClosed(.paidInFull),
      transition: Transition(from: .filed, to: .closed, rule: "T26", outcome: .paidInFull),
      actor: nil,
      recordedFor: RecordedAct(
        side: .respondent, exhibit: SampleEvents.exhibit(3), receivedAt: SampleEvents.at),
      effectiveAt: SampleEvents.at.adding(hours: -5))
    let form = try EntryForm(entry, at: place, filedAt: SampleEvents.at)
    let back = try EntryForm.decoded(
      header: form.header, facts: form.facts, words: form.words, at: place)
    #expect(back.entry == entry)
  }

  @Test func theStoredTextIsPlainAndFrozen() throws {
    let form = try EntryForm(
      entry(
        .offerAccepted(
          number: 3, by: .respondent, agreement: SampleEvents.hash("c"), signBy: SampleEvents.at)),
      at: place, filedAt: SampleEvents.at)
    #expect(
      text(form.header) == """
        {"schemaVersion":1,"dispute":"7k3qm2xw","compartment":"CASE","sequence":"4",\
        "event":"OFFER_ACCEPTED","actor":"ana","filedMs":"1780000123456",\
        "effectiveMs":"1780000123456"}
        """)
    #expect(
      text(form.facts) == """
        {"offerAccepted":{"number":3,"by":"RESPONDENT",\
        "agreementSha256":"\(String(repeating: "c", count: 64))",\
        "signByMs":"1780000123456"}}
        """)
  }

  @Test func erasedWordsLeaveTheFacts() throws {
    let entry = entry(.noteAdded)
    let form = try EntryForm(entry, at: place, filedAt: SampleEvents.at)
    let back = try EntryForm.decoded(
      header: form.header, facts: form.facts, words: nil, at: place)
    #expect(back.entry.words.isEmpty)
    #expect(back.entry.event == .noteAdded)
  }

  @Test(arguments: [
    #"{"graceExpired":{},"unknown":1}"#, #"{"somethingNew":{}}"#, "{}", "not JSON",
    #"{"impasseDeclared":{"by":"NOBODY"}}"#, #"{"offerMade":{}}"#,
  ])
  func whatThisBuildDoesNotKnowIsDamage(_ facts: String) throws {
    let form = try EntryForm(entry(.graceExpired), at: place, filedAt: SampleEvents.at)
    #expect(throws: JournalFault.self) {
      try EntryForm.decoded(
        header: form.header, facts: Array(facts.utf8), words: form.words, at: place)
    }
  }

  @Test func anEntryInAnotherPlaceIsDamage() throws {
    let form = try EntryForm(entry(.graceExpired), at: place, filedAt: SampleEvents.at)
    let elsewhere = EntryForm.Place(
      dispute: place.dispute, compartment: .settlement, sequence: 4)
    #expect(throws: JournalFault.damaged(reason: "a stored entry holds no readable place")) {
      try EntryForm.decoded(
        header: form.header, facts: form.facts, words: form.words, at: elsewhere)
    }
  }
}
