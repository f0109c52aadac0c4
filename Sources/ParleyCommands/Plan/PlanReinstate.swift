import ArgumentParser
import ParleyClient

/// Lets an accelerated plan go on.
struct PlanReinstate: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "reinstate", "Let an accelerated plan go on",
    examples: ["parley plan reinstate 7k3q-m2xw"])
  static let procedure = Procedure.reinstatePlan

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue { .fields([:]) }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The schedule counts again. Let the plan go on?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "The plan goes on in \(dispute)."
  }
}
