import ArgumentParser
package import ParleyClient

/// Takes back one's own open offer.
package struct OfferWithdraw: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "withdraw", "Take back your own offer",
    examples: [
      "parley offer withdraw 7k3q-m2xw 1"
    ])
  package static let procedure = Procedure.withdrawOffer

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the offer.") package var number: Int
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "offer": .text("\(dispute.name)/offers/\(number)"),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Withdrew offer \(number) in \(dispute)."
  }
}
