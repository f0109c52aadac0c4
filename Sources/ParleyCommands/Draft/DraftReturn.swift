import ArgumentParser
import ParleyClient

/// Says what a filing lacks (administrators).
struct DraftReturn: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "return", "Say what a filing lacks (administrators)",
    examples: ["parley draft return 7k3q-m2xw --reason 'The contract is missing.'"])
  static let procedure = Procedure.markDeficient

  @OptionGroup var target: DisputeTarget
  @Option(help: "What is missing.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["reason": .text(reason)])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This starts the time to supply it. Return the filing?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Returned \(dispute): something is missing."
  }
}
