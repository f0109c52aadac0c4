import ArgumentParser
import Foundation
import ParleyDomain

/// Reckons quotes from facts given as lines of JSON, so that another implementation can be set
/// beside this one.
struct LedgerReckoner: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Reckon quotes: one JSON object a line in, one out.",
    discussion: """
      Each line holds the profile, the items, charges, payments and barred days of one claim, and
      the day; see Tests/ScenarioTests/ledger_reference.py, which writes such lines and checks what
      comes out against an implementation of its own.
      """)

  func run() throws {
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    while let line = readLine() {
      let facts = try decoder.decode(LedgerFacts.self, from: Data(line.utf8))
      print(String(decoding: try encoder.encode(try facts.reckoned()), as: UTF8.self))
    }
  }
}
