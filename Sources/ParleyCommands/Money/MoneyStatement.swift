import ArgumentParser
import ParleyClient
import TerminalKit

/// The ledger, posting by posting.
struct MoneyStatement: ListCommand {
  static let configuration = CommandConfiguration.leaf(
    "statement", "The ledger, posting by posting",
    examples: [
      "parley money statement 7k3q-m2xw", "parley money statement 7k3q-m2xw --print statement.pdf",
    ])
  static let procedure = Procedure.listPostings
  static let items = "postings"
  static let columns = [
    TableColumn("POSTING", alignment: .right),
    TableColumn("DAY"),
    TableColumn("WHAT"),
    TableColumn("ACCOUNTS", shrinkPriority: 1, minimumCells: 24),
    TableColumn("LEFT TO PAY", alignment: .right),
  ]

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup var print: PrintOption
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    guard print.path != nil else { return try await list(desk) }
    let id = try desk.dispute(dispute, binds: false)
    try await desk.show(document: "\(id.name)/documents/statement", print: print)
  }

  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell] {
    let kind = ShownName.value(element.text("kind"), "POSTING_KIND")
    let reference = Self.reference(element.text("reference"), reversed: kind == "reversal")
    return [
      TableCell(ShownName.last(element.text("name")), style: .bold),
      TableCell(element.date("valueDate")),
      TableCell(reference.isEmpty ? kind : "\(kind) \(reference)"),
      TableCell(element.list("lines").map(Self.line).joined(separator: "; ")),
      .money(element, "balance"),
    ]
  }

  /// `payment 2` stands under its number alone; what is reversed says what it was.
  private static func reference(_ name: String, reversed: Bool) -> String {
    let parts = name.split(separator: "/")
    guard reversed, let last = parts.last, parts.count > 2 else { return ShownName.last(name) }
    let what =
      switch parts[2] {
      case "payments": "of payment"
      case "charges": "of charge"
      case "compensations": "of the fixed sum on item"
      default: "of the"
      }
    return "\(what) \(last)"
  }

  private static func line(_ line: PlainValue) -> String {
    let account = ShownName.value(line.text("account"), "LEDGER_ACCOUNT")
    let number = line.text("number")
    let place = number.isEmpty || number == "0" ? account : "\(account) \(number)"
    return "\(place) \(line.money("amount"))"
  }
}
