import ArgumentParser
import ParleyClient

/// Takes back a waiver that is not in force.
struct WaiverWithdraw: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "withdraw", "Take back a waiver that is not in force",
    examples: ["parley waiver withdraw 7k3q-m2xw 1"])
  static let procedure = Procedure.withdrawWaiver

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the waiver.") var number: Int
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["waiver": .text("\(dispute.name)/waivers/\(number)")])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Took back waiver \(number) of \(dispute)."
  }
}
