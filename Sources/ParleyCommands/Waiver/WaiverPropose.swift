import ArgumentParser
import ParleyClient

/// Proposes a waiver of the mediation privilege, and signs it for the caller's side.
struct WaiverPropose: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "propose", "Propose a waiver, signed by your side",
    examples: [
      "parley waiver propose 7k3q-m2xw --whole",
      "parley waiver propose 7k3q-m2xw --exhibit M-1 --note 2 --reason 'Both rely on it.'",
    ],
    notes: "It opens nothing before every party has signed. What it covers is fixed by now.")
  static let procedure = Procedure.proposeWaiver

  @OptionGroup var target: DisputeTarget
  @Flag(help: "All that stands in the mediation now.") var whole = false
  @Option(help: "An exhibit of the mediation, M-1; repeatable.") var exhibit: [ExhibitReference] =
    []
  @Option(help: "A note of the mediation, by its number; repeatable.") var note: [Int] = []
  @Option(help: "A call of the mediation, by its number; repeatable.") var call: [Int] = []
  @Option(help: "Why; sealed in the mediation.") var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if whole == !(exhibit.isEmpty && note.isEmpty && call.isEmpty) {
      throw ValidationError("Say --whole, or name exhibits, notes or calls.")
    }
  }

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "whole": whole ? .bool(true) : nil,
      "exhibits": exhibit.isEmpty ? nil : .list(exhibit.map { $0.name(dispute) }),
      "notes": note.isEmpty ? nil : .list(note.map { .whole($0) }),
      "calls": call.isEmpty ? nil : .list(call.map { .whole($0) }),
      "reason": .text(of: reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Once the other side signs as well it is final. Propose it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Proposed a waiver of the mediation privilege in \(dispute)."
  }
}
