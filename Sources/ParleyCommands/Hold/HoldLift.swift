import ArgumentParser
import ParleyClient

/// Lifts a hold.
struct HoldLift: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "lift", "Let things go on (supervisors, administrators)",
    examples: [
      "parley hold lift 7k3q-m2xw 1 --reason 'The respite was cancelled.'"
    ])
  static let procedure = Procedure.liftHold

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the hold.") var number: Int
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "number": .whole(number),
      "reason": .text(reason),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The clocks run on. Lift the hold?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Lifted hold \(number) of \(dispute)."
  }
}
