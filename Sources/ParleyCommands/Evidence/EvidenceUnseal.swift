import ArgumentParser
import ParleyClient

/// Opens a sealed or struck exhibit again.
struct EvidenceUnseal: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "unseal", "Open a sealed exhibit again",
    examples: [
      "parley evidence unseal 7k3q-m2xw E-3 --reason 'It is public by now.'"
    ])
  static let procedure = Procedure.unsealExhibit

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
    .yesOrNo("Everybody in the case reads it again. Unseal it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Unsealed an exhibit of \(dispute)."
  }
}
