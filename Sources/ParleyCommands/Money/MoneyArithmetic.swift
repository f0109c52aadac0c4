import ParleyClient

/// How the amounts of a quote came about, in words and figures.
enum MoneyArithmetic {
  /// Beside one line of a quote.
  static func of(_ line: PlainValue, in quote: PlainValue) -> String {
    let number = line.text("number")
    switch ShownName.value(line.text("kind"), "QUOTE_LINE_KIND") {
    case "compensation":
      let sum = quote.list("compensations").first { $0.text("item") == number } ?? .null
      return "on a debt of \(sum.money("debt")) from \(sum.date("owedDate"))"
    case "costs", "late fee":
      let charge = quote.list("charges").first { ShownName.last($0.text("name")) == number }
      return charge.map { "\($0.date("chargeDate")): \($0.text("reason"))" } ?? ""
    case "payment":
      let payment = quote.list("allocations").first { ShownName.last($0.text("payment")) == number }
      return payment.map(allocation) ?? ""
    case "interest" where !segments(of: line, in: quote).isEmpty:
      return quote.text("interestProfile")
    default: return ""
    }
  }

  /// The spans that make up a line of interest.
  static func segments(of line: PlainValue, in quote: PlainValue) -> [PlainValue] {
    guard ShownName.value(line.text("kind"), "QUOTE_LINE_KIND") == "interest" else { return [] }
    return quote.list("segments").filter { $0.text("item") == line.text("number") }
  }

  /// Beside one span: `76 days of 8,400.00 at 13.25 % (5.25 + 8.00)`.
  static func of(_ segment: PlainValue) -> String {
    let days = segment.text("days")
    let year = segment.text("dayCount").split(separator: "-").last.map(String.init) ?? ""
    var text =
      "\(days) \(days == "1" ? "day" : "days") of \(segment.money("principal"))"
      + " at \(percent(segment, "rateBasisPoints")) %"
    let margin = Int(segment.text("marginBasisPoints")) ?? 0
    if margin > 0 {
      text +=
        " (\(percent(segment, "referenceBasisPoints")) + \(percent(segment, "marginBasisPoints")))"
    }
    text += year == "actual" ? "" : " / \(year)"
    if segment.text("rounding").hasSuffix("DAILY") { text += ", each day rounded" }
    text += ". \(segment.text("rateSource"))"
    return segment.flag("provisional") ? text + " (the last known rate)" : text
  }

  private static func allocation(_ payment: PlainValue) -> String {
    let parts = payment.list("parts").map { part in
      let account = ShownName.value(part.text("account"), "LEDGER_ACCOUNT")
      return "\(account) \(part.text("number")) \(part.money("amount"))"
    }
    let credit = payment.money("credit")
    let isWhole = payment.text("credit.units") == "0" || payment.text("credit.units").isEmpty
    let hasNanos = !["", "0"].contains(payment.text("credit.nanos"))
    let rest = isWhole && !hasNanos ? [] : ["credit \(credit)"]
    return "\(payment.date("valueDate")): " + (parts + rest).joined(separator: ", ")
  }

  private static func percent(_ value: PlainValue, _ field: String) -> String {
    let points = Int(value.text(field)) ?? 0
    let hundredths = points % 100
    return "\(points / 100).\(hundredths < 10 ? "0" : "")\(hundredths)"
  }
}
