import ArgumentParser
import ParleyClient

/// Withdraws the counterclaim.
struct ArbitrationWithdrawCounterclaim: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "withdraw-counterclaim", "Withdraw your counterclaim (clients)",
    examples: ["parley arbitration withdraw-counterclaim 7k3q-m2xw"])
  static let procedure = Procedure.withdrawCounterclaim

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Withdraw the counterclaim?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Withdrew the counterclaim in \(dispute)."
  }
}
