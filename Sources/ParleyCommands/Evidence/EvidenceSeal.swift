import ArgumentParser
import ParleyClient

/// Seals an exhibit of the case file.
struct EvidenceSeal: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "seal", "Seal an exhibit of the case (arbitrators, administrators)",
    examples: [
      "parley evidence seal 7k3q-m2xw E-3 --readers claimant --reason 'A trade secret.'"
    ])
  static let procedure = Procedure.sealExhibit

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The exhibit, as it is cited: E-3.") var exhibit: ExhibitReference
  @Option(help: "Who still reads it: claimant, respondent, or both.") var readers: SidesArgument?
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "exhibit": exhibit.name(dispute),
      "readers": readers?.value,
      "reason": .text(reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Others will know that it is sealed, and no more. Seal it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Sealed an exhibit of \(dispute)."
  }
}
