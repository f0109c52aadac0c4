import ArgumentParser
import ParleyClient

/// Refers the claim to counsel, once a second person grants it.
struct LegalCounsel: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "counsel", "Refer to legal counsel; needs approval",
    examples: [
      "parley legal counsel 7k3q-m2xw --counsel 'M. Reis'"
    ])
  static let procedure = Procedure.referCounsel
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "The counsel.") var counsel: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "counsel": .text(counsel)
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Refer it to counsel?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Referred \(dispute) to counsel."
  }
}
