import OpenSSLKit
import ParleyClient

/// One payment of a bank statement, or why the line is none.
struct BankLine: Hashable, Sendable {
  /// What becomes of it.
  enum Outcome: Hashable, Sendable {
    case toPost(DisputeID)
    case posted(DisputeID)
    case thereAlready(DisputeID)
    /// Money that went out.
    case outgoing
    case unmatched
    /// More than one dispute fits; none is chosen.
    case ambiguous([DisputeID])
    case refused(String)
  }

  let line: Int
  var day: CalendarDay?
  var amount: Amount?
  var reference = ""
  var payer = ""
  var text = ""
  var outcome: Outcome = .unmatched

  var dispute: DisputeID? {
    switch outcome {
    case .toPost(let id), .posted(let id), .thereAlready(let id): id
    default: nil
    }
  }
}

/// Which columns of the file say what.
struct BankColumns: Hashable, Sendable {
  let day: String
  let amount: String
  let reference: String?
  let payer: String?
  let text: [String]
  let currency: String?
  /// The currency where no column says it.
  let oneCurrency: String?
  let days: BankDayForm
  let decimals: BankDecimals

  /// Reads every record: each is a payment or carries the reason why it is not. Throws where a column
  /// that was named is not there.
  func lines(of table: CSVTable) throws -> [BankLine] {
    let named = [day, amount] + [reference, payer, currency].compactMap { $0 } + text
    for name in named where !table.header.contains(name) {
      throw CommandFailure.usage(
        "There is no column \"\(name)\"; the file has: "
          + table.header.joined(separator: ", ") + ".")
    }
    var seen: [String: Int] = [:]
    return table.records.map { record in
      var line = read(record, table.header)
      // Lines that are alike in all are as many payments; each has a reference of its own.
      if line.reference.isEmpty {
        let whole = record.fields.joined(separator: "\u{1F}")
        seen[whole, default: 0] += 1
        line.reference = Self.made(of: whole, number: seen[whole] ?? 1)
      }
      return line
    }
  }

  private func read(_ record: CSVTable.Record, _ header: [String]) -> BankLine {
    func field(_ name: String?) -> String {
      guard let name, let place = header.firstIndex(of: name) else { return "" }
      return record.fields[place].trimmingSpaces
    }
    var line = BankLine(line: record.line)
    line.payer = field(payer)
    line.text = text.map(field).joined(separator: " ")
    line.reference = String(field(reference).prefix(100))
    line.day = days.day(field(day))
    let code = currency.map { field($0).uppercased() } ?? oneCurrency ?? ""
    guard line.day != nil else {
      line.outcome = .refused("\"\(field(day))\" is no day of the form \(days.rawValue)")
      return line
    }
    guard let read = decimals.amount(field(amount), currency: code) else {
      line.outcome = .refused(
        "\"\(field(amount)) \(code)\" is no amount with a decimal \(decimals.rawValue)")
      return line
    }
    line.amount = Amount(currency: code, minor: read.minor)
    if read.isOut || read.minor == 0 { line.outcome = .outgoing }
    return line
  }

  /// A reference for a bank that gives none: the same line gives the same one, so that a repeat of
  /// the import posts nothing twice.
  private static func made(of whole: String, number: Int) -> String {
    "CSV-" + SHA256.hash(Array("\(number)\u{1F}\(whole)".utf8)).hex.prefix(24)
  }
}
