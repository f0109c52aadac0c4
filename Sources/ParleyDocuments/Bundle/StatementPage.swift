package import ParleyDomain
package import PrintKit

/// The statement of account: the ledger posting by posting, and what is left to pay.
package enum StatementPage {
  /// The page, of the ledger as far as the reader sees it.
  package static func page(_ cover: BundleCover, _ statement: Statement) -> PrintedDocument {
    cover.page("Statement of account", blocks(of: statement))
  }

  /// What the statement says, to stand under whatever heading.
  package static func blocks(of statement: Statement) -> [PrintedBlock] {
    func amount(_ minorUnits: Int64) -> String {
      MoneyText.number(Money(minorUnits: minorUnits, currency: statement.currency))
    }
    let rows = statement.postings.map { posting -> [PrintedCell] in
      let lines = posting.lines.map { "\($0.place) \(amount($0.amount))" }
      return [
        PrintedCell("\(posting.number)"), PrintedCell(DateText.day(posting.valueDate)),
        PrintedCell(posting.what),
        PrintedCell(lines.joined(separator: "\n")), PrintedCell(amount(posting.balance)),
      ]
    }
    let balance = Money(minorUnits: statement.balance, currency: statement.currency)
    return [
      .paragraph(
        "As of \(DateText.day(statement.asOf)). Amounts in \(statement.currency.code). Every posting "
          + "balances to zero; a posting is never changed, only reversed by another."),
      .table(
        PrintedTable(
          [
            PrintedColumn("NO.", share: 1), PrintedColumn("DAY", share: 4),
            PrintedColumn("WHAT", share: 3), PrintedColumn("ACCOUNTS", share: 5),
            PrintedColumn("LEFT TO PAY", share: 3, isAmount: true),
          ], rows: rows)),
      .notice("Left to pay as of \(DateText.day(statement.asOf)): \(MoneyText.text(balance))"),
    ]
  }
}
