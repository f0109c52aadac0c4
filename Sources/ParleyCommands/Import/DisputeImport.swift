import ArgumentParser
import ParleyClient
import TerminalKit

/// Drafts many disputes from a file.
struct DisputeImport: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "import", "Many drafts from CSV or JSON lines (brokers)",
    examples: [
      "parley import portfolio.csv --set claimant='Duarte Freight' --set jurisdiction=PT --dry-run"
    ],
    notes: """
      The columns, or the members of each JSON object, are named as the options of `parley draft
      new`: client, email, invoice, amount, due, debtor, form and so on. Rows with the same group are
      one draft with an item each. What the file leaves out, --set says for all.

      Every row is checked before the first draft is made. A row whose invoice stands in a dispute
      against the same client is left alone, so a repeat finishes an import that broke off.
      """)

  @Argument(
    help: "The file, UTF-8; - for standard input.", completion: .file(extensions: ["csv", "jsonl"]))
  var file: String
  @Option(help: ArgumentHelp("For rows that do not say; repeatable.", valueName: "option=value"))
  var set: [String] = []
  @Option(help: "comma, semicolon or tab.") var separator: FieldSeparator = .comma
  @Flag(help: "Lines of JSON; else the file's name says so.") var jsonLines = false
  @Option(help: ArgumentHelp("Yours.", valueName: "name")) var organization: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  /// The most drafts of one import.
  private static let rowsMax = 5_000

  func perform(_ desk: Desk) async throws {
    let plain = try desk.readTable(file)
    var rows =
      jsonLines || file.hasSuffix(".jsonl")
      ? try DraftTable.rows(jsonLines: plain)
      : try DraftTable.rows(csv: plain, separator: separator.character)
    guard (1...Self.rowsMax).contains(rows.count) else {
      throw CommandFailure.usage(
        "\(file) holds \(rows.count) drafts; 1 to \(Self.rowsMax) is right.")
    }
    let requests = try read(&rows)
    let parent = try await desk.organization(organization)
    try await leaveWhatIsThere(&rows, requests, desk)
    let ready = rows.count { $0.outcome == .toDraft }
    if ready > 0 { try desk.confirm(.yesOrNo("Draft \(ready) of \(rows.count) disputes?")) }
    for index in rows.indices where rows[index].outcome == .toDraft {
      guard let request = requests[rows[index].line] else { continue }
      try await draft(&rows[index], request.setting("parent", to: .text(parent)), desk)
    }
    try desk.show(Listing.drafts(rows, requests, desk))
    let refused = rows.filter(\.isRefused)
    guard refused.isEmpty else {
      throw CommandFailure(
        .failed, "\(refused.count) of \(rows.count) drafts were not made.",
        lines: refused.prefix(20).map { "line \($0.line): \($0.result)" },
        next: "parley import \(file)")
    }
  }

  /// What is to be sent for each, by line. Throws where a row does not hold together: nothing is sent
  /// then.
  private func read(_ rows: inout [DraftRow]) throws -> [Int: PlainValue] {
    let defaults = try set.map { text throws -> DraftRow.Fact in
      guard let equals = text.firstIndex(of: "=") else {
        throw CommandFailure.usage("--set \(text): say option=value.")
      }
      let option = String(text[..<equals])
      guard DraftTable.options.contains(option) else {
        throw CommandFailure.usage("--set \(text): a draft has no \(option).")
      }
      return DraftRow.Fact(option: option, value: String(text[text.index(after: equals)...]))
    }
    var requests: [Int: PlainValue] = [:]
    var faults: [String] = []
    for row in rows {
      do throws(CommandFailure) {
        requests[row.line] = try row.request(defaults: defaults)
      } catch {
        faults.append("line \(row.line): \(error.sentence)")
      }
    }
    guard faults.isEmpty else {
      throw CommandFailure(
        .usage, "Nothing was drafted: \(faults.count) of \(rows.count) rows cannot be read.",
        lines: Array(faults.prefix(20)), next: "parley draft new --help")
    }
    return requests
  }

  /// Leaves out what was drafted or filed before.
  private func leaveWhatIsThere(
    _ rows: inout [DraftRow], _ requests: [Int: PlainValue], _ desk: Desk
  ) async throws {
    var known: [String: DisputeID] = [:]
    let disputes = try await desk.askAll(
      .listDisputes, .fields(["pageSize": .whole(200)]), items: "disputes")
    for dispute in disputes {
      guard let id = DisputeID(dispute.text("name")) else { continue }
      for key in Self.keys(dispute) { known[key] = known[key] ?? id }
    }
    for index in rows.indices {
      guard let request = requests[rows[index].line] else { continue }
      if let id = Self.keys(request).lazy.compactMap({ known[$0] }).first {
        rows[index].outcome = .thereAlready(id)
      }
    }
  }

  /// Client and number of each invoice.
  private static func keys(_ dispute: PlainValue) -> [String] {
    let client = dispute.text("respondent.displayName").lowercased()
    return dispute.list("items").map { $0.text("reference") }.filter { !$0.isEmpty }
      .map { "\(client)\u{1F}\($0.lowercased())" }
  }

  private func draft(
    _ row: inout DraftRow, _ request: PlainValue, _ desk: Desk
  ) async throws {
    do {
      let change = try await desk.change(.createDispute, request)
      guard !desk.options.dryRun, let id = DisputeID(change.text("dispute.name")) else { return }
      desk.noteSeen([id.name])
      row.outcome = .drafted(id)
    } catch let refusal as ServiceRefusal
      where refusal.code == .invalidArgument
      || refusal.code == .failedPrecondition
    {
      row.outcome = .refused(desk.reason(of: refusal, dispute: nil))
    }
  }
}
