import ArgumentParser
import ParleyClient

/// Refuses an erasure, or takes one back.
struct ErasureRefuse: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "refuse", "Refuse an erasure, or take one back",
    examples: ["parley erasure refuse 7k3q-m2xw case-1 --reason 'It is evidence.'"])
  static let procedure = Procedure.refuseErasure

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The erasure, as the dispute names it: case-1.") var erasure: String
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "erasure": .text("\(dispute.name)/erasures/\(erasure)"), "reason": .text(of: reason),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Refused erasure \(erasure) of \(dispute)."
  }
}
