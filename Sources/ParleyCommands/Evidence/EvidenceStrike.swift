import ArgumentParser
import ParleyClient

/// Strikes an exhibit from the record.
struct EvidenceStrike: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "strike", "Strike an exhibit from the record (arbitrators)",
    examples: [
      "parley evidence strike 7k3q-m2xw E-3 --reason 'Privileged.'"
    ])
  static let procedure = Procedure.strikeExhibit

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The exhibit, as it is cited: E-3.") var exhibit: ExhibitReference
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "exhibit": exhibit.name(dispute),
      "reason": .text(reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("No party reads it any more. Strike it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Struck an exhibit of \(dispute)."
  }
}
