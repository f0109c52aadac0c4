import ArgumentParser
import ParleyClient

/// What is offered.
struct OfferOptions: ParsableArguments {
  @Option(help: "The whole that would be paid.")
  var amount: Amount

  @Option(help: "One payment, by this day.")
  var payBy: CalendarDay?

  @Option(help: "So many monthly payments instead.")
  var instalments: Int?

  @Option(help: "The day of the first of them.")
  var first: CalendarDay?

  @Option(help: "How long the offer stands.")
  var expires: Period = .fortnight

  @Option(help: ArgumentHelp("Settle these claim items; the rest goes on.", valueName: "1,3"))
  var items: ItemNumbers?

  @Option(help: "Conditions in words.")
  var conditions: String?

  @Flag(help: "One payment that is the price, not a discount.")
  var lumpSum = false

  @Option(help: "What follows when a payment is missed and not cured: accelerate, ...")
  var onDefault: RemedyChoice?

  @Option(help: "With --on-default: how late a payment may be.")
  var late: Period?

  @Option(help: "With --on-default: how long the arrears can be paid.")
  var cure: Period?

  @Option(help: "Whose offer a mediator carries.")
  var by: PartyName?

  init() {}

  /// The terms. Refuses a schedule that is stated by half or twice.
  func value(replyTo: String?) throws(CommandFailure) -> PlainValue {
    let payments = try payments()
    let kind = payments.count > 1 ? "PLAN" : lumpSum ? "LUMP_SUM" : "DISCOUNT"
    return .fields([
      "kind": .text("OFFER_KIND_" + kind), "amount": amount.money, "schedule": .list(payments),
      "expiresInDays": .whole(expires.days), "inReplyTo": .text(of: replyTo), "by": by?.side.wire,
      "conditions": .text(of: conditions), "defaultClause": try clause(), "items": items?.wire,
    ])
  }

  private func clause() throws(CommandFailure) -> PlainValue? {
    guard let onDefault else {
      guard late == nil, cure == nil else {
        throw .usage("--late and --cure go with --on-default.")
      }
      return nil
    }
    return .fields([
      "graceDays": .whole(late?.days ?? 0), "cureDays": .whole(cure?.days ?? 0),
      "remedy": onDefault.wire,
    ])
  }

  private func payments() throws(CommandFailure) -> [PlainValue] {
    if let payBy, instalments == nil, first == nil {
      return [payment(1, due: payBy, minor: amount.minor)]
    }
    guard payBy == nil, let count = instalments, let first else {
      throw .usage("Say --pay-by DATE, or --instalments N and --first DATE.")
    }
    guard (2...60).contains(count), amount.minor >= Int64(count) else {
      throw .usage("A plan has 2 to 60 instalments, each of something.")
    }
    // What does not divide goes into the last payment: 3,333.33, 3,333.33, 3,333.34.
    let each = amount.minor / Int64(count)
    return (1...count).map { number in
      let minor = number < count ? each : amount.minor - each * Int64(count - 1)
      return payment(number, due: first.adding(months: number - 1), minor: minor)
    }
  }

  private func payment(_ number: Int, due: CalendarDay, minor: Int64) -> PlainValue {
    .fields([
      "number": .whole(number), "dueDate": due.date,
      "amount": Amount(currency: amount.currency, minor: minor).money,
    ])
  }
}
