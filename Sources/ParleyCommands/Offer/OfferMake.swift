import ArgumentParser
import ParleyClient

/// Offers a settlement.
struct OfferMake: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "make", "Offer a settlement",
    examples: [
      "parley offer make 7k3q-m2xw --amount 'EUR 7,900.00' --pay-by 2026-12-20 --expires 10d",
      "parley offer make 7k3q-m2xw --amount 'EUR 9,000.00' --instalments 3 --first "
        + "2026-12-15 --conditions 'Paid by transfer.'",
      "parley offer make 7k3q-m2xw --items 1,3 --amount 'EUR 2,000.00' --pay-by 2026-12-20",
    ])
  static let procedure = Procedure.makeOffer

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Terms") var terms: OfferOptions
  @OptionGroup(title: "Recorded for a party") var recorded: RecordedForOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "terms": try terms.value(replyTo: nil),
      "recordedFor": try recorded.value(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("The other side can accept it as it stands. Make the offer?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Made offer \(ShownName.last(reply.text("created"))) in \(dispute)."
  }
}
