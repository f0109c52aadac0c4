import ArgumentParser
import ParleyClient

/// Posts money received. A bank reference posts once.
struct MoneyPost: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "post", "Post money received (brokers)",
    examples: [
      "parley money post 7k3q-m2xw --amount 'EUR 500.00' --on 2026-11-23 --reference "
        + "SEPA-8812",
      "parley money post 7k3q-m2xw --amount 'EUR 499.99' --on 2026-11-23 --reference SW-1 "
        + "--received 'USD 540.00' --rate 0.9259 --rate-source 'ECB reference rate'",
    ],
    notes: """
      Money in another currency counts at the rate you give: the amount is what came, times the rate,
      with halves of the smallest unit rounded up. Another amount is refused with the one expected.
      """)
  static let procedure = Procedure.postPayment
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "How much.") var amount: Amount
  @Option(help: "The day the money counts from.") var on: CalendarDay
  @Option(help: "bank-transfer, card, cash, cheque, ...") var by: MethodChoice =
    .bankTransfer
  @Option(help: "The bank's reference.") var reference: String
  @Option(help: "What came, in another currency.") var received: Amount?
  @Option(help: "What one unit of it counts for.") var rate: String?
  @Option(help: "The day of the rate; else the day of the money.") var rateOn: CalendarDay?
  @Option(help: "Where the rate comes from.") var rateSource: String?
  @Option(help: "The enforcement it came by, by its number.") var enforcement: Int?
  @Flag(help: "Its payer marked it as full and final.") var fullAndFinal = false
  @Option(help: "The offer by which that was decided.") var tenderOffer: Int?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    let given = [received != nil, rate != nil, rateSource != nil]
    guard Set(given).count == 1, received != nil || rateOn == nil else {
      throw ValidationError("--received, --rate and --rate-source go together.")
    }
  }

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "amount": amount.money,
      "valueDate": on.date,
      "method": by.wire,
      "bankReference": .text(reference),
      "enforcement": enforcement.map(PlainValue.whole),
      "fullAndFinal": fullAndFinal ? .bool(true) : nil,
      "tenderOffer": tenderOffer.map { .text("\(dispute.name)/offers/\($0)") },
      "received": received.map {
        .fields([
          "amount": $0.money, "rate": .text(rate ?? ""), "rateDate": (rateOn ?? on).date,
          "rateSource": .text(rateSource ?? ""),
        ])
      },
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Post \(amount)? A posting stays on record.")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Posted \(amount) in \(dispute)."
  }
}
