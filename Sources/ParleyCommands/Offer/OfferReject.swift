import ArgumentParser
package import ParleyClient

/// Rejects the other side's open offer.
package struct OfferReject: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "reject", "Reject the other side's offer",
    examples: [
      "parley offer reject 7k3q-m2xw 1 --reason 'Too little.'"
    ])
  package static let procedure = Procedure.rejectOffer

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the offer.") package var number: Int
  @Option(help: "Why.") package var reason: String?
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "offer": .text("\(dispute.name)/offers/\(number)"),
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A rejected offer cannot be accepted any more. Reject it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Rejected offer \(number) in \(dispute)."
  }
}
