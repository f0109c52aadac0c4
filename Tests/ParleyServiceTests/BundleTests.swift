import DocketChain
import ParleyDocuments
import ParleyDomain
import ParleyStore
import Testing

@testable import ParleyService

/// What goes into a bundle, what is logged as held back, and that the same is the same again.
struct BundleTests {
  private func noted(_ house: House, by author: Caller) async throws -> DisputeID {
    let id = try await house.draft(by: author)
    _ = try await house.registrar.change(
      ChangeRequest(
        dispute: id, ask: .command(.addNote(.partyPrivate(.claimant))),
        words: [Word("note.text", "Between us.")], freshness: .any,
        repeatability: Sample.request()), by: author, reply: { _ in [] })
    return id
  }

  @Test func itHoldsWhatIsChosenAndLogsTheRest() async throws {
    try await House.with { house in
      let author = try await house.broker(of: "Northgate")
      let id = try await noted(house, by: author)
      let part = Compartment.partyPrivate(.claimant)
      let alone = try await house.registrar.bundle(BundleWish(dispute: id), for: author)
      #expect(alone.chains.map(\.compartment) == [.caseFile])
      #expect(alone.heads.map(\.chain.compartment) == ["CASE"])
      #expect(alone.dispute.records[part] == nil)
      #expect(alone.withheld?.map(\.kind) == ["Note"])
      let chosen = try await house.registrar.bundle(
        BundleWish(dispute: id, compartments: [part]), for: author)
      #expect(chosen.chains.map(\.compartment) == [.caseFile, part])
      #expect(chosen.withheld == [])
      let whole = try await house.registrar.bundle(
        BundleWish(dispute: id, isWhole: true, leavesLogOut: true), for: author)
      #expect(whole.chains.map(\.compartment) == [.caseFile, part])
      #expect(whole.withheld == nil)
    }
  }

  @Test func itsPagesAreTheSameAgain() async throws {
    try await House.with { house in
      let author = try await house.broker(of: "Northgate")
      let id = try await noted(house, by: author)
      func pages() async throws -> [[UInt8]] {
        let record = try await house.registrar.bundle(BundleWish(dispute: id), for: author)
        return try await house.registrar.pages(of: record) { $0.bates }.map(\.bytes)
      }
      let first = try await pages()
      #expect(first.count == 10)
      #expect(try await pages() == first)
    }
  }

  @Test func whatIsOutOfSightIsMissing() async throws {
    try await House.with { house in
      let author = try await house.broker(of: "Northgate")
      let stranger = try await house.broker(of: "Southgate")
      let id = try await noted(house, by: author)
      for (wish, caller) in [
        (BundleWish(dispute: id), stranger),
        (BundleWish(dispute: id, compartments: [.caucus(.respondent)]), author),
        (BundleWish(dispute: DisputeID("missing")), author),
      ] {
        await #expect(throws: Refusal.notFound) {
          _ = try await house.registrar.bundle(wish, for: caller)
        }
      }
    }
  }
}
