import ArgumentParser
import ParleyClient

/// Rejects the other side's open offer.
struct OfferReject: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "reject", "Reject the other side's offer",
    examples: [
      "parley offer reject 7k3q-m2xw 1 --reason 'Too little.'"
    ])
  static let procedure = Procedure.rejectOffer

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the offer.") var number: Int
  @Option(help: "Why.") var reason: String?
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "offer": .text("\(dispute.name)/offers/\(number)"),
      "reason": .text(of: reason),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A rejected offer cannot be accepted any more. Reject it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Rejected offer \(number) in \(dispute)."
  }
}
