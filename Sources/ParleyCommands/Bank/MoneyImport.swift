import ArgumentParser
import ParleyClient
import TerminalKit

/// Posts the payments of a bank statement.
struct MoneyImport: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "import", "Post payments from a bank's CSV (brokers)",
    examples: [
      "parley money import november.csv --day Booked --days dd.mm.yyyy --amount Amount "
        + "--decimals comma --separator semicolon --currency EUR --payer Name --text Purpose "
        + "--reference 'Entry ref' --dry-run"
    ],
    notes: """
      A payment goes to the dispute whose id, or whose invoice number, its text names; where several
      or none fit, it is listed and not posted. A bank reference posts once in a dispute, so a
      repeat of the import posts nothing twice; a bank that gives none has one made of the whole
      line. Days and decimals are as you say and never guessed.
      """)

  @Argument(
    help: "The file, UTF-8; - for standard input.", completion: .file(extensions: ["csv"]))
  var file: String
  @Option(help: "Only for this dispute, whatever the texts say.") var dispute: String?
  @Option(help: "Name of the column of the day.") var day: String
  @Option(help: "yyyy-mm-dd, dd.mm.yyyy, dd/mm/yyyy, mm/dd/yyyy or yyyymmdd.")
  var days: BankDayForm
  @Option(help: "Name of the column of the amount.") var amount: String
  @Option(help: "point or comma: what comes before the cents.") var decimals: BankDecimals
  @Option(help: "The currency of all, or the name of its column.") var currency: String
  @Option(help: "Name of the column of the bank's reference.") var reference: String?
  @Option(help: "Name of the column of the payer.") var payer: String?
  @Option(help: "Name of a column of text that names what is paid; repeatable.")
  var text: [String] = []
  @Option(help: "comma, semicolon or tab.") var separator: FieldSeparator = .comma
  @Option(help: "The line of the column names.") var headerLine: Int = 1
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if dispute == nil, text.isEmpty {
      throw ValidationError("Name the columns of text with --text, or one dispute with --dispute.")
    }
    if headerLine < 1 { throw ValidationError("--header-line is at least 1.") }
  }

  func perform(_ desk: Desk) async throws {
    let named = try dispute.map { try desk.dispute($0, binds: true) }
    var lines = try read(desk)
    try await place(&lines, named, desk)
    try await leaveWhatIsThere(&lines, desk)
    let ready = lines.count { if case .toPost = $0.outcome { true } else { false } }
    if ready > 0 {
      try desk.confirm(
        .yesOrNo("Post \(ready) of \(lines.count) payments? A posting stays on record."))
    }
    for index in lines.indices { try await post(&lines[index], desk) }
    try desk.show(Listing.bank(lines, desk))
    let open = lines.filter(\.isOpen)
    guard open.isEmpty else {
      throw CommandFailure(
        .failed, "\(open.count) of \(lines.count) lines were not posted.",
        lines: open.prefix(20).map { "line \($0.line): \($0.reason)" },
        next: "parley money post ID --amount ... --on ... --reference ...")
    }
  }

  private func read(_ desk: Desk) throws -> [BankLine] {
    let whole = try desk.readTable(file)
    let table: CSVTable
    do throws(CSVTable.Fault) {
      table = try CSVTable(whole, separator: separator.character, headerLine: headerLine)
    } catch {
      throw CommandFailure.usage("\(file), line \(error.line): \(error.reason).")
    }
    let isColumn = table.header.contains(currency)
    guard isColumn || Amount("\(currency) 1") != nil else {
      throw CommandFailure.usage(
        "--currency \(currency) is neither a column nor a currency such as EUR.")
    }
    return try BankColumns(
      day: day, amount: amount, reference: reference, payer: payer, text: text,
      currency: isColumn ? currency : nil, oneCurrency: isColumn ? nil : currency.uppercased(),
      days: days, decimals: decimals
    ).lines(of: table)
  }

  /// Finds the dispute of each.
  private func place(
    _ lines: inout [BankLine], _ named: DisputeID?, _ desk: Desk
  ) async throws {
    var match: BankMatch?
    if named == nil {
      match = BankMatch(
        try await desk.askAll(
          .listDisputes, .fields(["pageSize": .whole(200)]), items: "disputes"))
    }
    for index in lines.indices where lines[index].outcome == .unmatched {
      let fitting = named.map { [$0] } ?? match?.disputes(for: lines[index].text) ?? []
      if fitting.count == 1 {
        lines[index].outcome = .toPost(fitting[0])
      } else if !fitting.isEmpty {
        lines[index].outcome = .ambiguous(fitting)
      }
    }
  }

  /// Leaves out what is posted already, or stands twice in the file.
  private func leaveWhatIsThere(_ lines: inout [BankLine], _ desk: Desk) async throws {
    var posted: [DisputeID: Set<String>] = [:]
    for index in lines.indices {
      guard case .toPost(let id) = lines[index].outcome else { continue }
      if posted[id] == nil {
        let payments = try await desk.askAll(
          .listPayments, .fields(["parent": .text(id.name)]), items: "payments")
        posted[id] = Set(payments.map { $0.text("bankReference") })
      }
      if posted[id]?.insert(lines[index].reference).inserted == false {
        lines[index].outcome = .thereAlready(id)
      }
    }
  }

  /// Posts one, or asks the rules where nothing is to be changed. What the rules refuse costs the
  /// others nothing; whatever else goes wrong ends the import, and a repeat goes on from there.
  private func post(_ line: inout BankLine, _ desk: Desk) async throws {
    guard case .toPost(let id) = line.outcome, let day = line.day, let amount = line.amount
    else { return }
    do {
      _ = try await desk.change(
        .postPayment,
        .fields([
          "name": .text(id.name), "amount": amount.money, "valueDate": day.date,
          "method": MethodChoice.bankTransfer.wire, "bankReference": .text(line.reference),
        ]))
      if !desk.options.dryRun { line.outcome = .posted(id) }
    } catch let refusal as ServiceRefusal where refusal.code == .alreadyExists {
      line.outcome = .thereAlready(id)
    } catch let refusal as ServiceRefusal where Self.concernsOne.contains(refusal.code) {
      line.outcome = .refused(desk.reason(of: refusal, dispute: id))
    }
  }

  /// The refusals that speak of the payment and not of the way to the service.
  private static let concernsOne: Set<RefusalCode> = [
    .failedPrecondition, .invalidArgument, .permissionDenied, .notFound, .aborted,
  ]
}
