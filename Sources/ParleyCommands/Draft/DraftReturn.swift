import ArgumentParser
package import ParleyClient

/// Says what a filing lacks (administrators).
package struct DraftReturn: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "return", "Say what a filing lacks (administrators)",
    examples: ["parley draft return 7k3q-m2xw --reason 'The contract is missing.'"])
  package static let procedure = Procedure.markDeficient

  @OptionGroup package var target: DisputeTarget
  @Option(help: "What is missing.") package var reason: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["reason": .text(reason)])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("This starts the time to supply it. Return the filing?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Returned \(dispute): something is missing."
  }
}
