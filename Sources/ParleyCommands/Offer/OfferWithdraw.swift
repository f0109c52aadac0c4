import ArgumentParser
import ParleyClient

/// Takes back one's own open offer.
struct OfferWithdraw: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "withdraw", "Take back your own offer",
    examples: [
      "parley offer withdraw 7k3q-m2xw 1"
    ])
  static let procedure = Procedure.withdrawOffer

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the offer.") var number: Int
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "offer": .text("\(dispute.name)/offers/\(number)"),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Withdrew offer \(number) in \(dispute)."
  }
}
