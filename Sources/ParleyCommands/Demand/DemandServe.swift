import ArgumentParser
import ParleyClient

/// Serves a formal demand for the quoted amount.
struct DemandServe: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "serve", "Serve a formal demand; the grace period starts",
    examples: [
      "parley demand serve 7k3q-m2xw --grace 14d --reminded email:2 --pay 'By "
        + "transfer to PT50 0002 0123, naming INV-118.'",
      "parley demand serve 7k3q-m2xw --by letter --reminded 'none:Letters came "
        + "back.' --pay 'By transfer.'",
    ])
  static let procedure = Procedure.serveDemand

  @OptionGroup var target: DisputeTarget
  @Option(help: "The amount; the quote where not given.") var amount: Amount?
  @Option(help: "Days to pay; the rules' default where not given.") var grace: Period?
  @Option(help: "email, telephone, letter or message.") var by: ChannelChoice = .email
  @Option(help: "reminder:1, call:1, email:E-2 or none:REASON.") var reminded:
    EarlierContactArgument
  @Option(help: "How to pay.") var pay: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func prepare(
    _ request: inout PlainValue, dispute: DisputeID, desk: Desk
  ) async throws -> Confirmation? {
    if request["amount"] == nil {
      let quote = try await desk.ask(.getQuote, .fields(["name": .text(dispute.name + "/quote")]))
      request = request.setting("amount", to: quote["balance"] ?? .null)
    }
    let shown = Amount(request["amount"] ?? .null)?.description ?? "the quoted amount"
    return .yesOrNo("Demand \(shown)? The grace period starts.")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Served the demand in \(dispute)."
  }

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    let fields = PlainValue.fields([
      "amount": amount?.money, "graceDays": grace.map { .whole($0.days) }, "channel": by.wire,
      "instructions": .text(pay),
    ])
    let contact = reminded.member(dispute)
    return fields.setting(contact.name, to: contact.value)
  }
}
