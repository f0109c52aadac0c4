import ArgumentParser
import ParleyClient
import TerminalKit

/// Shows what changed between two drafts of the agreement.
struct AgreementDiff: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "diff", "What changed between two drafts",
    examples: [
      "parley agreement diff 7k3q-m2xw", "parley agreement diff 7k3q-m2xw 1 3",
      "parley agreement diff 7k3q-m2xw --output json",
    ],
    notes: """
      Each accepted offer makes a draft, and is its number. Without numbers the last draft is compared
      with the one before it.
      """)

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Argument(help: "The offer of the earlier draft.") var older: Int?
  @Argument(help: "The offer of the later draft.") var newer: Int?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    func offer(_ number: Int?) -> PlainValue? { number.map { .text("\(id.name)/offers/\($0)") } }
    let answer = try await desk.ask(
      .getAgreementComparison,
      .fields([
        "name": .text(id.name + "/agreement"), "olderOffer": offer(older),
        "newerOffer": offer(newer),
      ]))
    let (was, becomes) = (
      ShownName.last(answer.text("olderOffer")), ShownName.last(answer.text("newerOffer"))
    )
    var sheet = Sheet(answer, id: answer.text("newerSha256"), isPaged: true)
    sheet.lines.append(
      "\(desk.bold("Draft of offer \(was)")) to \(desk.bold("draft of offer \(becomes)"))")
    sheet.lines.append("")
    for change in answer.list("terms") {
      let (older, newer) = (desk.clean(change.text("older")), desk.clean(change.text("newer")))
      sheet.lines.append(
        "\(change.text("term")): \(older.isEmpty ? "none" : older) -> "
          + (newer.isEmpty ? "none" : newer))
    }
    if answer.list("terms").isEmpty { sheet.lines.append("No term differs.") }
    sheet.lines.append("")
    for line in answer.list("lines") {
      let mark =
        switch ShownName.value(line.text("change"), "LINE_CHANGE") {
        case "removed": "-"
        case "added": "+"
        default: " "
        }
      sheet.lines.append("\(mark) \(desk.clean(line.text("text")))")
    }
    if desk.output == .table, !desk.terminal.isTerminal(.output) {
      return try desk.write(sheet.lines.map { $0 + "\n" }.joined())
    }
    try desk.show(sheet)
  }
}
