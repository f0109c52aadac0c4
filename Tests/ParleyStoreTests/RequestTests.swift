import ParleyDomain
import ParleyStore
import Testing

struct RequestTests {
  private let request = mark("11111111-1111-4111-8111-111111111111", ["kind": "file", "note": "a"])

  @Test func aRepeatGetsTheFirstAnswerAndDoesNothing() async throws {
    try await withOffice { office in
      let first = try await office.draft(request: request)
      office.clock.advance(days: 1)
      let again = try await office.draft(DisputeID("9z9z9z9z"), request: request)
      #expect(again.repeated)
      #expect(!first.repeated)
      #expect(again.reply == first.reply)
      #expect(again.heads == first.heads)
      #expect(again.now == first.now)
      #expect(again.dispute == first.dispute)
      let order = try office.lastOrder()
      #expect(order == 1)
    }
  }

  @Test func anotherContentIsRefusedNamingTheField() async throws {
    try await withOffice { office in
      try await office.draft(request: request)
      let other = mark(request.id, ["kind": "file", "note": "b"])
      await #expect(throws: Refusal.requestReused(field: "note")) {
        try await office.draft(request: other)
      }
      let more = mark(request.id, ["kind": "file", "note": "a", "amount": "1"])
      await #expect(throws: Refusal.requestReused(field: "amount")) {
        try await office.file(DisputeID("7k3qm2xw"), .fileDispute, request: more)
      }
    }
  }

  @Test func theSameIdOfAnotherCallerIsAnotherRequest() async throws {
    try await withOffice { office in
      try await office.draft(request: request)
      let other = mark(request.id, ["kind": "other"], by: People.supervisor)
      let answer = try await office.draft(DisputeID("9z9z9z9z"), request: other)
      #expect(!answer.repeated)
    }
  }

  @Test func aRefusedRequestIsNotRemembered() async throws {
    try await withOffice { office in
      let id = DisputeID("7k3qm2xw")
      try await office.draft()
      await #expect(throws: Refusal.self) {
        try await office.file(id, .sendReminder(.email), request: request)
      }
      let answer = try await office.file(id, .fileDispute, request: request)
      #expect(!answer.repeated)
    }
  }

  @Test func validateOnlyAnswersAndKeepsNothing() async throws {
    try await withOffice { office in
      let tried = try await office.draft(request: request, validateOnly: true)
      #expect(tried.current?.dispute.caseFile.status == .draft)
      let order = try office.lastOrder()
      #expect(order == 0)
      let done = try await office.draft(request: request)
      #expect(!done.repeated)
      let id = DisputeID("7k3qm2xw")
      let filed = try await office.file(id, .fileDispute, validateOnly: true)
      #expect(filed.current?.dispute.caseFile.status == .filed)
      #expect(try office.journal.dispute(id).dispute.caseFile.status == .draft)
    }
  }

  @Test func aRequestIsForgottenAfterItsTime() async throws {
    try await withOffice { office in
      try await office.draft(request: request)
      office.clock.advance(days: 15)
      // A write carries off what is too old.
      try await office.file(DisputeID("7k3qm2xw"), .fileDispute)
      let answer = try await office.draft(DisputeID("9z9z9z9z"), request: request)
      #expect(!answer.repeated)
    }
  }

  @Test func aRepeatIsAnsweredAfterAReopening() async throws {
    let office = try Office()
    defer { Office.remove(office.path) }
    let first = try await office.draft(request: request)
    await office.journal.close()
    let copy = try Copy(of: office.path)
    defer { Office.remove(copy.path) }
    let reopened = try Office(at: copy.path)
    let again = try await reopened.draft(request: request)
    #expect(again.repeated)
    #expect(again.reply == first.reply)
    await reopened.journal.close()
  }
}
