import ArgumentParser
package import ParleyClient

/// Counters the other side's open offer with one's own.
package struct OfferCounter: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "counter", "Counter the other side's offer",
    examples: [
      "parley offer counter 7k3q-m2xw 1 --amount 'EUR 8,100.00' --pay-by 2026-12-20"
    ])
  package static let procedure = Procedure.makeOffer

  @OptionGroup package var target: DisputeTarget
  @Argument(help: "Number of the offer that is countered.") package var number: Int
  @OptionGroup(title: "Terms") package var terms: OfferOptions
  @OptionGroup(title: "Recorded for a party") package var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "terms": try terms.value(replyTo: "\(dispute.name)/offers/\(number)"),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The other side can accept it as it stands. Make the counter-offer?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Countered offer \(number) with offer \(ShownName.last(reply.text("created"))) in \(dispute)."
  }
}
