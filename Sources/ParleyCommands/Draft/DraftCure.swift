import ArgumentParser
import ParleyClient

/// Supplies what a filing lacked.
struct DraftCure: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "cure", "Supply what a returned filing lacked",
    examples: ["parley draft cure 7k3q-m2xw --explanation 'The contract is exhibit E-1.'"])
  static let procedure = Procedure.cureDeficiency

  @OptionGroup var target: DisputeTarget
  @Option(help: "How it was supplied.") var explanation: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["explanation": .text(of: explanation)])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Supplied what \(dispute) lacked."
  }
}
