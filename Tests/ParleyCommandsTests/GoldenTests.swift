import ParleyClient
import Testing

@testable import ParleyCommands

/// Both faces of what commands write, to the character.
@Suite struct GoldenTests {
  private let disputes = """
    {"disputes":[
      {"name":"disputes/4t9fc1wb","title":"Duarte v Bright\\u001b[2JSmile","stage":"STAGE_MEDIATION",
       "status":"STATUS_IN_SESSION","settlementState":"SETTLEMENT_STATE_OFFER_OPEN",
       "turns":["TURN_CLAIMANT"],"dueTime":"2026-11-24T12:00:00Z",
       "balance":{"currencyCode":"EUR","units":"2310"},"updateTime":"2026-11-23T09:00:00Z"},
      {"name":"disputes/7k3qm2xw","title":"Duarte v Harbour Lettings","stage":"STAGE_NEGOTIATION",
       "status":"STATUS_DEMAND_SERVED","turns":["TURN_RESPONDENT"],
       "balance":{"currencyCode":"EUR","units":"8566","nanos":140000000},
       "updateTime":"2026-11-23T11:58:00Z"}]}
    """
  private let waiting = #"{"disputes":[{"name":"disputes/4t9fc1wb"}]}"#

  private func stage(isTerminal: Bool) throws -> Stage {
    let stage = try Stage(isTerminal: isTerminal)
    try stage.channel.answer(.listDisputes, disputes)
    try stage.channel.answer(.listDisputes, waiting)
    return stage
  }

  @Test func aListForPeople() async throws {
    let stage = try stage(isTerminal: true)
    #expect(await stage.run("list") == 0)
    let expected = """
      2 disputes, 1 waiting on you. Times in UTC.

      DISPUTE    TITLE                      STAGE        STATUS         SETTLEMENT  WAITING ON  DUE               OUTSTANDING  CHANGED
      4t9f-c1wb  Duarte v BrightSmile       mediation    in session     offer open  you         tomorrow, 12:00  EUR 2,310.00  3 hours ago
      7k3q-m2xw  Duarte v Harbour Lettings  negotiation  demand served  –           client                       EUR 8,566.14  2 minutes ago

      """
    #expect(stage.output == expected)
  }

  @Test func aListForPrograms() async throws {
    let stage = try stage(isTerminal: false)
    #expect(await stage.run("list") == 0)
    let rows = [
      [
        "4t9fc1wb", "Duarte v BrightSmile", "mediation", "in session", "offer open", "broker",
        "2026-11-24T12:00:00Z", "EUR 2310.00", "2026-11-23T09:00:00Z",
      ],
      [
        "7k3qm2xw", "Duarte v Harbour Lettings", "negotiation", "demand served", "", "client", "",
        "EUR 8566.14", "2026-11-23T11:58:00Z",
      ],
    ]
    #expect(stage.output == rows.map { $0.joined(separator: "\t") + "\n" }.joined())
  }

  @Test func aListAsJSONAndIDs() async throws {
    let stage = try stage(isTerminal: false)
    #expect(await stage.run("list --json name,outcome") == 0)
    let value = try JSONReader.read(stage.output)
    #expect(
      value
        == .list([
          .fields(["name": .text("disputes/4t9fc1wb"), "outcome": .null]),
          .fields(["name": .text("disputes/7k3qm2xw"), "outcome": .null]),
        ]))
    #expect(await stage.run("list -o id --waiting-on me") == 0)
    #expect(stage.output == "disputes/4t9fc1wb\n")
  }

  @Test func bareJSONListsTheFields() async throws {
    let stage = try stage(isTerminal: false)
    #expect(await stage.run("list --json") == 0)
    #expect(
      try JSONReader.read(stage.output)
        == .texts([
          "balance", "dueTime", "name", "settlementState", "stage", "status", "title", "turns",
          "updateTime",
        ]))
  }

  @Test func yamlQuotesText() async throws {
    let stage = try Stage()
    #expect(await stage.run("version -o yaml") == 0)
    #expect(stage.output == "version: \"\(VersionCommand.version)\"\n")
  }

  @Test func aChangeSaysWhatWhereAndNext() async throws {
    let stage = try Stage(isTerminal: true)
    stage.typed = "y\n"
    let signer = try Signer()
    try stage.channel.answer(.listKeys, signer.list)
    let head: [UInt8] = [0x9f, 0x2c] + .init(repeating: 0, count: 28) + [0xa4, 0x1e]
    let receipt = try signer.receipt(4, head: head)
    try stage.channel.answer(
      .fileDispute,
      """
      {"dispute":{"name":"disputes/7k3qm2xw","status":"STATUS_FILED","turns":["TURN_CLAIMANT"],
        "allowedActions":[{"action":"ACTION_SEND_REMINDER","allowed":true},
          {"action":"ACTION_SERVE_DEMAND"}]},
       "receipts":[\(receipt)]}
      """)
    #expect(await stage.run("draft file 7k3q-m2xw") == 0)
    #expect(
      stage.output == """
        ✓ Filed 7k3q-m2xw.
          Now filed, waiting on broker. Receipt: case entry 4, head 9f2c…a41e, kept.
          Next: parley reminder send 7k3q-m2xw --by email

        """)
    #expect(stage.errors == "Filing starts the record. File it? [y/N] ")
    let kept = try stage.paths.receipts(key: "ab12").receipts(of: "7k3qm2xw")
    #expect(kept.map(\.sequence) == [4])
  }

  @Test func withoutUTF8ThereAreWords() async throws {
    let stage = try Stage()
    stage.variables["LANG"] = "C"
    #expect(await stage.run("show 7k3q-m2xv") == 64)
    #expect(
      stage.errors == "error: 7k3q-m2xv is mistyped: its last character does not fit.\n")
  }
}
