import ParleyClient
import Testing

@testable import ParleyCommands

/// What commands do besides writing: ask, keep, repeat, refuse.
@Suite struct BehaviourTests {
  private let offer = """
    {"name":"disputes/7k3qm2xw/offers/1","etag":"e1",
     "terms":{"amount":{"currencyCode":"EUR","units":"7900"}}}
    """
  private let changed = #"{"dispute":{"name":"disputes/7k3qm2xw","status":"STATUS_FILED"}}"#

  @Test func acceptingBindsToWhatWasRead() async throws {
    let stage = try Stage(isTerminal: true)
    stage.typed = "EUR 7,900.00\n"
    try stage.channel.answer(.getOffer, offer)
    try stage.channel.answer(.acceptOffer, changed)
    #expect(await stage.run("offer accept 7k3q-m2xw 1") == 0)
    let sent = try #require(stage.channel.requests(.acceptOffer).first)
    #expect(sent.text("etag") == "e1")
    #expect(sent.text("offer") == "disputes/7k3qm2xw/offers/1")
    #expect(stage.errors.contains("Type EUR 7,900.00 to go on:"))
  }

  @Test func typingSomethingElseCancels() async throws {
    let stage = try Stage(isTerminal: true)
    stage.typed = "y\n"
    try stage.channel.answer(.getOffer, offer)
    #expect(await stage.run("offer accept 7k3q-m2xw 1") == 2)
    #expect(stage.channel.requests(.acceptOffer).isEmpty)
  }

  @Test func offATerminalTheFlagIsNamed() async throws {
    let stage = try Stage()
    #expect(await stage.run("draft file 7k3q-m2xw") == 64)
    #expect(stage.errors.contains("--yes"))
    try stage.channel.answer(.fileDispute, changed)
    #expect(await stage.run("draft file 7k3q-m2xw --yes") == 0)
    #expect(stage.errors == "Not asked: Filing starts the record. File it?\n")
  }

  @Test func jsonIsNeverMixedWithQuestions() async throws {
    let stage = try Stage(isTerminal: true)
    stage.typed = "y\n"
    #expect(await stage.run("draft file 7k3q-m2xw -o json") == 64)
    #expect(stage.channel.requests(.fileDispute).isEmpty)
  }

  @Test func aTryThatWasNotAnsweredIsRepeatedUnderItsID() async throws {
    let stage = try Stage()
    stage.channel.refuse(.addNote, ServiceRefusal(code: .unavailable, message: "gone"))
    try stage.channel.answer(.addNote, changed)
    try stage.channel.answer(.addNote, changed)
    let line = "note add 7k3q-m2xw --in case --text 'The same.'"
    #expect(await stage.run(line) == 7)
    #expect(await stage.run(line) == 0)
    #expect(stage.errors.contains("An earlier try was not answered"))
    #expect(await stage.run(line) == 0)
    let ids = stage.channel.requests(.addNote).map { $0.text("requestId") }
    #expect(ids[0] == ids[1])
    #expect(ids[2] != ids[1])
  }

  @Test func aRefusedOneIsNotRepeatedUnderItsID() async throws {
    let stage = try Stage()
    stage.channel.refuse(.addNote, ServiceRefusal(code: .failedPrecondition, message: "No."))
    for _ in 1...2 {
      #expect(await stage.run("note add 7k3q-m2xw --in case --text 'The same.'") == 6)
    }
    let ids = Set(stage.channel.requests(.addNote).map { $0.text("requestId") })
    #expect(ids.count == 2)
  }

  @Test func aDryRunKeepsNothing() async throws {
    let stage = try Stage()
    try stage.channel.answer(.fileDispute, changed)
    #expect(await stage.run("draft file 7k3q-m2xw --dry-run") == 0)
    let sent = try #require(stage.channel.requests(.fileDispute).first)
    #expect(sent.flag("validateOnly"))
    #expect(!sent.text("requestId").isEmpty)
    #expect(stage.output.contains("Dry run, nothing changed:"))
    let pending = PrivateFile(stage.paths.state + "/pending-requests.json")
    #expect(try pending.read() == nil)
  }

  @Test func aRefusalSaysWhyWhenAndWhatNext() async throws {
    let stage = try Stage()
    stage.channel.refuse(
      .requestDefault,
      ServiceRefusal(
        code: .failedPrecondition, reason: "GRACE_RUNNING",
        message: "Not demanded: the grace period runs.",
        fields: [.init(field: "a.b", problem: "must not be")],
        metadata: [
          "next_action": "DISCLOSE_CONFLICTS", "next_actor": "ARBITRATOR_NOMINEE",
          "earliest_time": "2026-12-08T00:00:00Z",
        ]))
    #expect(await stage.run("arbitration default 7k3q-m2xw --yes --quiet --time relative") == 6)
    #expect(
      stage.errors == """
        ✗ Not demanded: the grace period runs.
          a.b  must not be
          Earliest: 2026-12-08T00:00:00Z.
          Next: parley mediation disclose 7k3q-m2xw --none   (as the arbitrator nominee)

        """)
  }

  @Test func aRecordThatWasChangedIsReportedLoudly() async throws {
    let stage = try Stage()
    let signer = try Signer()
    try stage.channel.answer(.listKeys, signer.list)
    for byte: UInt8 in [1, 2] {
      try stage.channel.answer(.addNote, Signer.change(try signer.receipt(5, byte)))
    }
    #expect(await stage.run("note add 7k3q-m2xw --in case --text 'One.'") == 0)
    #expect(await stage.run("note add 7k3q-m2xw --in case --text 'Two.'") == 1)
    #expect(stage.errors.contains("THE RECORD WAS CHANGED"))
    #expect(stage.errors.contains("Next: parley history 7k3q-m2xw --verify"))
  }

  @Test func aRecordThatBecameShorterIsReportedOnReading() async throws {
    let stage = try Stage()
    let signer = try Signer()
    try stage.channel.answer(.listKeys, signer.list)
    try stage.channel.answer(.addNote, Signer.change(try signer.receipt(5, 1)))
    try stage.channel.answer(.getDispute, #"{"name":"disputes/7k3qm2xw","title":"A v B"}"#)
    try stage.channel.answer(.listHeads, Signer.heads(try signer.receipt(5, 1)))
    try stage.channel.answer(.listHeads, Signer.heads(try signer.receipt(4, 2)))
    #expect(await stage.run("note add 7k3q-m2xw --in case --text 'One.'") == 0)
    #expect(await stage.run("show 7k3q-m2xw") == 1)
    #expect(stage.errors.contains("THE RECORD IS SHORTER THAN IT WAS"))
  }

  @Test func idsAreShortenedOnlyWhereNothingBinds() async throws {
    let stage = try Stage()
    try stage.channel.answer(.getDispute, #"{"name":"disputes/7k3qm2xw","title":"A v B"}"#)
    try stage.channel.answer(.listHeads, "{}")
    #expect(await stage.run("show 7k3q") == 64, "not seen yet")
    #expect(await stage.run("show 7k3q-m2xw") == 0)
    #expect(await stage.run("show 7k3q") == 0)
    #expect(await stage.run("show 7k3q-m2xv") == 64)
    #expect(stage.errors.contains("Did you mean 7k3q-m2xw?"))
    #expect(await stage.run("draft file 7k3q --yes") == 64)
    #expect(stage.errors.contains("write the whole id: 7k3q-m2xw"))
  }

  @Test func watchingStopsOnceItIsReached() async throws {
    let stage = try Stage()
    try stage.channel.answer(.getDispute, #"{"settlementState":"SETTLEMENT_STATE_SIGNING"}"#)
    try stage.channel.answer(.getDispute, #"{"settlementState":"SETTLEMENT_STATE_PERFORMING"}"#)
    try stage.channel.answer(
      .watch,
      """
      {"entry":{"name":"disputes/7k3qm2xw/entries/settlement-3","event":"AGREEMENT_SIGNED",
        "title":"both sides signed","fileTime":"2026-11-23T10:31:18Z"},"resumeToken":"r"}
      """)
    #expect(await stage.run("watch 7k3q-m2xw --until settled") == 0)
    #expect(
      stage.output == """
        2026-11-23T10:31:18Z\t7k3q-m2xw\tAGREEMENT_SIGNED\tboth sides signed
        ✓ Settled.

        """)
  }

  @Test func severalIdentitiesAreSwitched() async throws {
    let stage = try Stage()
    var book = try SessionBook.load(stage.paths.sessions)
    book.keep(
      SessionRecord(
        server: "localhost:8443", member: "members/osei", displayName: "J. Osei",
        roles: ["ROLE_MEDIATOR"], token: "t2", expireTime: "2026-11-30T00:00:00Z",
        trust: .pinned(fingerprint: "ab12")))
    try book.save(stage.paths.sessions)
    #expect(await stage.run("auth switch ines") == 0)
    #expect(
      try SessionBook.load(stage.paths.sessions).session(server: "localhost:8443")?.member
        == "members/ines")
    #expect(await stage.run("auth switch nobody") == 3)
  }

  @Test func aContextIsSetUsedAndExplained() async throws {
    let stage = try Stage()
    #expect(await stage.run("config set contexts.d.server d.example:1") == 0)
    #expect(await stage.run("context use d") == 0)
    #expect(await stage.run("config get server") == 0)
    #expect(stage.output == "d.example:1\n")
    #expect(await stage.run("config explain server") == 0)
    #expect(stage.output.contains("from\tcontext d\n"))
    #expect(await stage.run("context use nobody") == 3)
  }
}
