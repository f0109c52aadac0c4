import ParleyClient
@testable import ParleyCommands
import Testing

/// Drafts of a file: named as the options of one draft, grouped by what the file says.
@Suite struct DraftImportTests {
  private let defaults = [
    ("claimant", "Duarte Freight"), ("debtor", "business"), ("jurisdiction", "pt"),
    ("form", "verbal"), ("limitation", "2029-09-30"), ("limitation-source", "Stated"),
  ].map { DraftRow.Fact(option: $0.0, value: $0.1) }

  @Test func rowsAreReadAsTheDraftsCommandReadsThem() throws {
    let rows = try DraftTable.rows(
      csv:
        "client;invoice;amount;due;clause\nHarbour;I-1;EUR 5.00;2026-09-30;arbitration:p3|interest\n",
      separator: ";")
    let request = try #require(rows.first).request(defaults: defaults)
    #expect(request.text("respondent.displayName") == "Harbour")
    #expect(request.text("jurisdiction") == "PT")
    #expect(request.list("contract.clauses").count == 2)
    #expect(request.list("items").first?.text("reference") == "I-1")
  }

  @Test func whatARowSaysGoesBeforeTheDefault() throws {
    let rows = try DraftTable.rows(
      csv: "client,claimant,amount,due\nHarbour,Quay,EUR 5.00,2026-09-30\n", separator: ",")
    #expect(
      try rows[0].request(defaults: defaults).text("claimant.displayName") == "Quay")
  }

  @Test func rowsOfAGroupAreOneDraft() throws {
    let rows = try DraftTable.rows(
      csv: """
        client,invoice,amount,due,group
        Harbour,I-1,EUR 5.00,2026-09-30,a
        Other,I-9,EUR 7.00,2026-09-30,
        ,I-2,EUR 6.00,2026-10-30,a
        """, separator: ",")
    #expect(rows.map(\.line) == [2, 3])
    let items = try rows[0].request(defaults: defaults).list("items")
    #expect(items.map { $0.text("reference") } == ["I-1", "I-2"])
  }

  @Test func aGroupThatContradictsItselfIsTold() throws {
    let failure = #expect(throws: CommandFailure.self) {
      try DraftTable.rows(
        csv: "client,amount,due,group\nA,EUR 1,2026-09-30,x\nB,EUR 2,2026-09-30,x\n",
        separator: ",")
    }
    #expect(failure?.sentence.contains("line 3") == true)
    #expect(failure?.sentence.contains("--client") == true)
  }

  @Test(arguments: [
    "cliente,amount\nA,EUR 1\n", "client\n\"A\n", "client,client\nA,B\n",
  ]) func tablesThatAreNoneAreRefused(text: String) {
    #expect(throws: CommandFailure.self) { try DraftTable.rows(csv: text, separator: ",") }
  }

  @Test func linesOfJSONSayTheSame() throws {
    let rows = try DraftTable.rows(
      jsonLines: """
        {"client": "Harbour", "item": ["I-1=EUR 5.00@2026-09-30", "I-2=EUR 6.00@2026-09-30"]}

        {"client": "Quay \\"North\\"", "amount": "EUR 1.00", "due": "2026-09-30", "email": null}
        """)
    #expect(rows.map(\.line) == [1, 3])
    #expect(try rows[0].request(defaults: defaults).list("items").count == 2)
    #expect(
      try rows[1].request(defaults: defaults).text("respondent.displayName") == "Quay \"North\"")
  }

  @Test(arguments: ["[1]\n", "{\"client\": 5}\n", "{\"colour\": \"red\"}\n", "{\n"])
  func otherLinesAreRefused(text: String) {
    #expect(throws: CommandFailure.self) { try DraftTable.rows(jsonLines: text) }
  }

  @Test func whatIsMissingIsTheDraftsOwnMessage() throws {
    let rows = try DraftTable.rows(csv: "client,amount\nA,EUR 1\n", separator: ",")
    let failure = #expect(throws: CommandFailure.self) { try rows[0].request(defaults: defaults) }
    #expect(failure?.sentence.contains("--due") == true)
    let wrong = try DraftTable.rows(csv: "client,amount,due\nA,1.000,2026-09-30\n", separator: ",")
    let other = #expect(throws: CommandFailure.self) { try wrong[0].request(defaults: defaults) }
    #expect(other?.sentence.contains("amount") == true)
  }

  @Test func aValueThatLooksLikeAnOptionIsAValue() throws {
    let rows = try DraftTable.rows(
      csv: "client,amount,due\n--yes,EUR 1.00,2026-09-30\n", separator: ",")
    #expect(try rows[0].request(defaults: defaults).text("respondent.displayName") == "--yes")
  }
}
