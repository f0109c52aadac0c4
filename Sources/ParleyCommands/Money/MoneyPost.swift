import ArgumentParser
package import ParleyClient

/// Posts money received. A bank reference posts once.
package struct MoneyPost: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "post", "Post money received (brokers)",
    examples: [
      "parley money post 7k3q-m2xw --amount 'EUR 500.00' --on 2026-11-23 --reference "
        + "SEPA-8812"
    ])
  package static let procedure = Procedure.postPayment
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "How much.") package var amount: Amount
  @Option(help: "The day the money counts from.") package var on: CalendarDay
  @Option(help: "bank-transfer, card, cash, cheque, ...") package var by: MethodChoice =
    .bankTransfer
  @Option(help: "The bank's reference.") package var reference: String
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "amount": amount.money,
      "valueDate": on.date,
      "method": by.wire,
      "bankReference": .text(reference),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Post \(amount)? A posting is never taken back.")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Posted \(amount) in \(dispute)."
  }
}
