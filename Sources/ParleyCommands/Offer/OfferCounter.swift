import ArgumentParser
import ParleyClient

/// Counters the other side's open offer with one's own.
struct OfferCounter: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "counter", "Counter the other side's offer",
    examples: [
      "parley offer counter 7k3q-m2xw 1 --amount 'EUR 8,100.00' --pay-by 2026-12-20"
    ])
  static let procedure = Procedure.makeOffer

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the offer that is countered.") var number: Int
  @OptionGroup(title: "Terms") var terms: OfferOptions
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "terms": try terms.value(replyTo: "\(dispute.name)/offers/\(number)"),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The other side can accept it as it stands. Make the counter-offer?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Countered offer \(number) with offer \(ShownName.last(reply.text("created"))) in \(dispute)."
  }
}
