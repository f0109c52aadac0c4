import ArgumentParser
import ParleyClient

/// Posts money received. A bank reference posts once.
struct MoneyPost: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "post", "Post money received (brokers)",
    examples: [
      "parley money post 7k3q-m2xw --amount 'EUR 500.00' --on 2026-11-23 --reference "
        + "SEPA-8812"
    ])
  static let procedure = Procedure.postPayment
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "How much.") var amount: Amount
  @Option(help: "The day the money counts from.") var on: CalendarDay
  @Option(help: "bank-transfer, card, cash, cheque, ...") var by: MethodChoice =
    .bankTransfer
  @Option(help: "The bank's reference.") var reference: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "amount": amount.money,
      "valueDate": on.date,
      "method": by.wire,
      "bankReference": .text(reference),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Post \(amount)? A posting stays on record.")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Posted \(amount) in \(dispute)."
  }
}
