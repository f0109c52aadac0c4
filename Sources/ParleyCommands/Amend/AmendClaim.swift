import ArgumentParser
import ParleyClient

/// Changes what is claimed.
struct AmendClaim: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "claim", "Change, add or withdraw claim items",
    examples: [
      "parley amend claim 7k3q-m2xw --item '2:INV-7=EUR 3,000.00@2026-05-01' --reason 'Credit note.'",
      "parley amend claim 7k3q-m2xw --withdraw 2 --reason 'Paid in cash.' --consent E-5",
    ])
  static let procedure = Procedure.amendClaim
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: ArgumentHelp("An item as it is to be.", valueName: "n:no=amount@due"))
  var item: [AmendedItemArgument] = []
  @Option(help: "Number of an item that is claimed no more; repeatable.") var withdraw: [Int] = []
  @Option(help: "Why.") var reason: String
  @Option(help: "The consent or order, as an exhibit.") var consent: ExhibitReference?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "items": .list(item.map(\.value)),
      "withdrawnItems": .list(withdraw.map { .whole($0) }),
      "reason": .text(reason),
      "consentExhibit": consent?.name(dispute),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Periods to answer begin anew. Amend the claim?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Amended the claim in \(dispute)."
  }
}
