import ArgumentParser
package import ParleyClient

/// Refers the claim to counsel, once a second person grants it.
package struct LegalCounsel: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "counsel", "Refer to legal counsel; needs approval",
    examples: [
      "parley legal counsel 7k3q-m2xw --counsel 'M. Reis'"
    ])
  package static let procedure = Procedure.referCounsel
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "The counsel.") package var counsel: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "counsel": .text(counsel)
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Refer it to counsel?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Referred \(dispute) to counsel."
  }
}
