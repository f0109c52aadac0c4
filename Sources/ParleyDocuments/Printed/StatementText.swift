package import ParleyDomain

/// The statement of account in plain text: a line for each posting, its accounts beneath it, and what
/// is left to pay.
package enum StatementText {
  package static func text(of statement: Statement) -> String {
    func amount(_ minorUnits: Int64) -> String {
      MoneyText.text(Money(minorUnits: minorUnits, currency: statement.currency))
    }
    var lines = ["Statement of account as of \(DateText.day(statement.asOf))", ""]
    for posting in statement.postings {
      lines.append(
        "\(posting.number)  \(DateText.day(posting.valueDate))  \(posting.what), left to pay "
          + amount(posting.balance))
      lines += posting.lines.map { line in
        "     \(line.place)  \(amount(line.amount))"
      }
    }
    lines += ["", "Left to pay: \(amount(statement.balance))", ""]
    return lines.joined(separator: "\n")
  }
}
