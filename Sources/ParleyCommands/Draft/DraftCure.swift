import ArgumentParser
package import ParleyClient

/// Supplies what a filing lacked.
package struct DraftCure: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "cure", "Supply what a returned filing lacked",
    examples: ["parley draft cure 7k3q-m2xw --explanation 'The contract is exhibit E-1.'"])
  package static let procedure = Procedure.cureDeficiency

  @OptionGroup package var target: DisputeTarget
  @Option(help: "How it was supplied.") package var explanation: String?
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["explanation": .text(of: explanation)])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Supplied what \(dispute) lacked."
  }
}
