import ParleyClient
@testable import ParleyCommands
import Testing

/// Statements of banks: read strictly, days and decimals as they were said to be, matched by what is
/// written and by nothing else.
@Suite struct BankTests {
  @Test func quotedFieldsKeepSeparatorsBreaksAndMarks() throws {
    let table = try CSVTable(
      "a;b\r\n\"x;y\";\"said \"\"no\"\"\nand left\"\r\nlast;\r\n", separator: ";")
    #expect(table.header == ["a", "b"])
    #expect(table.records.map(\.fields) == [["x;y", "said \"no\"\nand left"], ["last", ""]])
    #expect(table.records.map(\.line) == [2, 4])
  }

  @Test func aPreambleIsPassedOver() throws {
    let table = try CSVTable("Account,7\n\na,b\n1,2\n", separator: ",", headerLine: 3)
    #expect(table.records.map(\.line) == [4])
  }

  @Test(arguments: [
    ("a,b\n1\n", 2), ("a,b\n\"1,2\n", 2), ("a,b\n\"1\"x,2\n", 2), ("a,b\n1\"2,3\n", 2),
    ("a,a\n1,2\n", 1), ("", 1), ("a,b\n1,2,3\n", 2),
  ]) func whatIsTornIsToldByItsLine(text: String, line: Int) {
    let fault = #expect(throws: CSVTable.Fault.self) { try CSVTable(text, separator: ",") }
    #expect(fault?.line == line)
  }

  @Test(arguments: [
    (BankDayForm.isoDay, "2026-11-05", "2026-11-05"), (.dotted, "5.11.2026", "2026-11-05"),
    (.dayFirst, "05/11/2026", "2026-11-05"), (.monthFirst, "05/11/2026", "2026-05-11"),
    (.plain, "20261105", "2026-11-05"),
  ]) func daysAreReadAsTheyWereSaidToBe(form: BankDayForm, text: String, day: String) {
    #expect(form.day(text)?.iso == day)
  }

  @Test(arguments: [
    (BankDayForm.isoDay, "05.11.2026"), (.dotted, "2026-11-05"), (.dotted, "31.11.2026"),
    (.monthFirst, "13/01/2026"), (.dayFirst, "01/02/26"), (.plain, "2026110"),
    (.isoDay, "2026-11-05 10:00"),
  ]) func otherDaysAreNone(form: BankDayForm, text: String) {
    #expect(form.day(text) == nil)
  }

  @Test(arguments: [
    (BankDecimals.point, "1,234.50", Int64(123_450), false), (.comma, "1.234,50", 123_450, false),
    (.comma, "-12,5", 1_250, true), (.point, "+7", 700, false),
    (.comma, "1'000,00", 100_000, false),
    (.comma, "1 234,56", 123_456, false), (.point, "\u{2212}3.00", 300, true),
  ]) func amountsAreExact(decimals: BankDecimals, text: String, minor: Int64, isOut: Bool) throws {
    let read = try #require(decimals.amount(text, currency: "EUR"))
    #expect(read.minor == minor && read.isOut == isOut)
  }

  @Test(arguments: [
    (BankDecimals.point, "1.234,50"), (.point, "1.2345"), (.comma, "12.34"), (.comma, "1.23,4"),
    (.point, ""), (.point, "--5"), (.point, "1,23"), (.comma, "EUR 5"), (.point, "1.0.0"),
    (.point, "99999999999999999999"),
  ]) func amountsThatCouldMeanTwoThingsAreNone(decimals: BankDecimals, text: String) {
    #expect(decimals.amount(text, currency: "EUR") == nil)
  }

  @Test func yenHaveNoCents() {
    #expect(BankDecimals.point.amount("1,234", currency: "JPY")?.minor == 1_234)
    #expect(BankDecimals.point.amount("1234.5", currency: "JPY") == nil)
  }

  private func dispute(_ id: String, _ references: [String]) -> PlainValue {
    .fields([
      "name": .text("disputes/" + id),
      "items": .list(references.map { .fields(["reference": .text($0)]) }),
    ])
  }

  private let first = "7k3qm2xw"

  @Test func disputesAreFoundByWhatIsWritten() throws {
    let id = try #require(DisputeID(first))
    let match = BankMatch([dispute(first, ["INV-2026/117", "9"])])
    #expect(match.disputes(for: "Thanks! inv 2026 117, November") == [id])
    #expect(match.disputes(for: "INV-2026/117.") == [id])
    #expect(match.disputes(for: "for 7K3Q-M2XW") == [id])
    #expect(match.disputes(for: "INV-2026/1178").isEmpty)
    #expect(match.disputes(for: "9 crates").isEmpty)
    #expect(match.disputes(for: "").isEmpty)
  }

  @Test func linesThatAreAlikeArePaymentsOfTheirOwnAndTheSameAgain() throws {
    let columns = BankColumns(
      day: "Day", amount: "Sum", reference: nil, payer: nil, text: ["Text"], currency: nil,
      oneCurrency: "EUR", days: .isoDay, decimals: .point)
    let text = "Day,Sum,Text\n2026-11-05,10.00,x\n2026-11-05,10.00,x\n2026-11-06,-1.00,fee\n"
    let table = try CSVTable(text, separator: ",")
    let lines = try columns.lines(of: table)
    #expect(Set(lines.map(\.reference)).count == 3)
    #expect(lines.map(\.outcome) == [.unmatched, .unmatched, .outgoing])
    #expect(try columns.lines(of: table) == lines)
    #expect(lines[0].reference.utf8.count <= 100)
  }

  @Test func aColumnThatIsNotThereIsNamed() throws {
    let columns = BankColumns(
      day: "Day", amount: "Betrag", reference: nil, payer: nil, text: [], currency: nil,
      oneCurrency: "EUR", days: .isoDay, decimals: .point)
    let table = try CSVTable("Day,Sum\n2026-11-05,1\n", separator: ",")
    let failure = #expect(throws: CommandFailure.self) { try columns.lines(of: table) }
    #expect(failure?.status == .usage)
    #expect(failure?.sentence.contains("\"Betrag\"") == true)
  }
}
