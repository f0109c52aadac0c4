import DocketChain
import OpenSSLKit
import ParleyDomain
import ParleyStore
import Testing

struct DocketTests {
  @Test func whatWasAppendedFoldsToTheSameDispute() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    let id = try await office.served()
    let live = try office.journal.dispute(id)
    let stored = try office.journal.read { try $0.dispute(id) }
    #expect(live == stored)

    let entries = try office.journal.read {
      try $0.entries(of: id, in: Set(Compartment.all))
    }
    let first = try #require(entries.first)
    var folded = try #require(Dispute(id: id, first: first.entry, filedAt: first.filedAt))
    for entry in entries.dropFirst() { folded.evolve(entry.entry, filedAt: entry.filedAt) }
    #expect(folded == live.dispute)
    #expect(folded.caseFile.status == .demandServed)
    #expect(entries.map(\.order) == Array(1...Int64(entries.count)))
    await office.journal.close()
  }

  @Test func aReopenedJournalHoldsWhatWasAnswered() async throws {
    let first = try Office()
    defer { Office.remove(first.path) }
    let id = try await first.served()
    let before = try first.journal.dispute(id)
    await first.journal.close()
    let copy = try Copy(of: first.path)
    defer { Office.remove(copy.path) }
    let second = try Office(at: copy.path)
    #expect(try second.journal.dispute(id) == before)
    #expect(try second.journal.verifyAll().isEmpty)
    await second.journal.close()
  }

  @Test func headsAreSignedOverWhatIsStored() async throws {
    try await withOffice { office in
      let answer = try await office.draft()
      let head = try #require(answer.heads.first)
      #expect(answer.heads.count == 1)
      #expect(head.compartment == .caseFile)
      let receipt = try head.signed(with: office.journal.signingKey)
      #expect(receipt.verify(office.journal.signingKey.publicKey))
      try await office.file(DisputeID("7k3qm2xw"), .fileDispute)
      #expect(
        try office.journal.verify(head.dispute, .caseFile, against: [receipt]).isEmpty)
    }
  }

  @Test func aMissingDisputeIsNotFound() async throws {
    try await withOffice { office in
      let id = DisputeID("00000000")
      #expect(throws: Refusal.notFound) { try office.journal.dispute(id) }
      #expect(throws: Refusal.notFound) { try office.journal.read { try $0.dispute(id) } }
      await #expect(throws: Refusal.notFound) { try await office.file(id, .fileDispute) }
    }
  }

  @Test func aTakenIdIsDrawnAgain() async throws {
    try await withOffice { office in
      try await office.draft()
      let draws = Draws(["7k3qm2xw", "7k3qm2xw", "9z9z9z9z"])
      let filing = Filing(
        actor: People.broker, command: .createDispute(try Office.opening()),
        words: Office.wording(.createDispute(try Office.opening())) { _ in nil })
      let answer = try await office.journal.open(
        Opening(
          request: nil, drawID: { try draws.next() },
          decide: { id, registry in
            Decision(
              entries: try Dispute.open(
                id: id, filing: filing,
                given: Given(now: registry.now, zone: .utc, profile: .generic)),
              reply: { _ in [] })
          }))
      #expect(answer.dispute == DisputeID("9z9z9z9z"))
    }
  }

  @Test func anEntryThatOpensNothingIsRefusedAndLeavesNothing() async throws {
    try await withOffice { office in
      await #expect(
        throws: JournalFault.decisionMalformed(
          reason: "the first entry does not open a dispute")
      ) {
        try await office.journal.open(
          Opening(
            request: nil, drawID: { DisputeID("7k3qm2xw") },
            decide: { _, registry in
              Decision(
                entries: [
                  Entry(
                    compartment: .caseFile, event: .disputeFiled, actor: nil,
                    effectiveAt: registry.now)
                ], reply: { _ in [] })
            }))
      }
      let order = try office.lastOrder()
      #expect(order == 0)
    }
  }
}
