import ParleyDomain
@testable import ParleyService
import ParleyStore
import Testing

struct ChangeTests {
  @Test func anotherHouseFindsNothing() async throws {
    try await House.with { house in
      let broker = try await house.broker(of: "Northgate")
      let stranger = try await house.broker(of: "Elsewhere")
      let id = try await house.draft(by: broker)
      for other in [stranger, house.administrator] {
        await #expect(throws: Refusal.notFound) {
          try await house.change(id, .fileDispute, by: other)
        }
        await #expect(throws: Refusal.notFound) {
          try await house.change(DisputeID("00000000"), .fileDispute, by: other)
        }
      }
      try await house.change(id, .fileDispute, by: broker)
    }
  }

  @Test func aRepeatIsAnsweredBeforeFreshnessAndRules() async throws {
    try await House.with { house in
      let broker = try await house.broker(of: "Northgate")
      let opening = Sample.request()
      let id = try await house.draft(by: broker, request: opening)
      #expect(try await house.draft(by: broker, request: opening) == id)
      let etag = Etag.of(
        try house.registrar.journal.dispute(id),
        for: try house.registrar.journal.dispute(id).dispute.standings(of: broker.actor))
      let filing = Sample.request()
      let first = try await house.change(
        id, .fileDispute, freshness: .dispute(etag), request: filing, by: broker)
      #expect(!first.repeated)
      #expect(first.receipts.count == 1)
      // The etag is stale by now and the dispute filed: a repeat is told what it did all the same.
      let again = try await house.change(
        id, .fileDispute, freshness: .dispute(etag), request: filing, by: broker)
      #expect(again.repeated)
      #expect(again.reply == first.reply)
      await #expect(throws: Refusal.stale) {
        try await house.change(
          id, .sendReminder(.email), freshness: .dispute(etag), by: broker)
      }
      await #expect(throws: Refusal.requestReused(field: "content")) {
        try await house.change(
          id, .fileDispute, request: Sample.request(filing.requestID, content: "other"),
          by: broker)
      }
    }
  }

  @Test func theAnswersReceiptHoldsAgainstTheJournal() async throws {
    try await House.with { house in
      let broker = try await house.broker(of: "Northgate")
      let id = try await house.draft(by: broker)
      let answer = try await house.change(id, .fileDispute, by: broker)
      #expect(
        try house.registrar.journal.verify(id, .caseFile, against: answer.receipts).isEmpty)
      #expect(try house.registrar.verifyAll().isEmpty)
      #expect(try await house.registrar.rebuild() == 0)
    }
  }
}
