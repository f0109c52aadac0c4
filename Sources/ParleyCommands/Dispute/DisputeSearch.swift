import ArgumentParser
import ParleyClient
import TerminalKit

/// Full text over what the caller may read.
struct DisputeSearch: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "search", "Full text over what you may read",
    examples: [
      "parley search 'wet crates'", "parley search '\"bank transfer\" promis*' --since 2026-10-01",
      "parley search invoice --dispute 7k3q-m2xw --in case",
      "parley search 'pay* friday' --exhibit email --by client",
    ],
    notes: """
      All words must occur; \"quotes\" make a phrase, a star behind a word any ending. Found are the \
      words of entries and the text of files: PDF, office documents (docx, xlsx, pptx, odt, ods, \
      odp, rtf), plain text, HTML and e-mails. `parley evidence show` says what was read of a file.
      """)

  @Argument(help: "Words, \"phrases\", beginnings*.") var text: String
  @Option(help: "Only in this dispute.") var dispute: String?
  @Option(name: .customLong("in"), help: "Only this compartment.")
  var compartment: CompartmentChoice?
  @Option(help: "Only entries of this kind: note-added, call-logged, ...") var kind: String?
  @Option(help: "Only exhibits of this kind, with their files.") var exhibit: ExhibitChoice?
  @Option(help: "Only acts of claimant, client, mediator, arbitrator or institution.")
  var by: SideChoice?
  @Option(help: "Only what took effect on this day or later.") var since: CalendarDay?
  @Option(help: "Only what took effect before this day.") var until: CalendarDay?
  @Option(help: "At most this many.") var limit: Int = 50
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1.") }
  }

  private var conditions: String {
    var conditions: [String] = []
    if let compartment {
      conditions.append("compartment = " + Self.code(compartment.rawValue))
    }
    if let kind { conditions.append("event = \"\(Self.code(kind))\"") }
    if let exhibit { conditions.append("exhibit_kind = " + Self.code(exhibit.rawValue)) }
    if let by { conditions.append("side = " + by.code) }
    if let since { conditions.append("effective_time > \"\(since)T00:00:00Z\"") }
    if let until { conditions.append("effective_time < \"\(until)T00:00:00Z\"") }
    return conditions.joined(separator: " AND ")
  }

  private static func code(_ word: String) -> String {
    word.uppercased().replacing("-", with: "_")
  }

  func perform(_ desk: Desk) async throws {
    let parent = try dispute.map { try desk.dispute($0, binds: false).name } ?? "disputes/-"
    let request = PlainValue.fields([
      "parent": .text(parent), "query": .text(text), "filter": .text(conditions),
      "pageSize": .whole(min(limit, 200)),
    ])
    var results: [PlainValue] = []
    var (isComplete, areFilesRead) = (true, true)
    var page = request
    while results.count < limit {
      let reply = try await desk.ask(.searchEntries, page)
      results += reply.list("results")
      isComplete = reply.flag("complete")
      areFilesRead = reply.flag("filesComplete")
      let token = reply.text("nextPageToken")
      if token.isEmpty { break }
      page = request.setting("pageToken", to: .text(token))
    }
    results = Array(results.prefix(limit))
    desk.noteSeen(Array(Set(results.map { $0.text("dispute") })))
    try desk.show(listing(results, desk))
    if !isComplete { desk.note("What was filed a moment ago is not found yet.") }
    if !areFilesRead { desk.note("Not every file has been read yet; the words of all are found.") }
  }

  /// Whose acts are looked for.
  enum SideChoice: String, ExpressibleByArgument, CaseIterable {
    case claimant, broker, client, respondent, mediator, arbitrator, institution

    var code: String {
      switch self {
      case .claimant, .broker: "CLAIMANT"
      case .client, .respondent: "RESPONDENT"
      case .mediator, .arbitrator, .institution: rawValue.uppercased()
      }
    }
  }

  private func listing(_ results: [PlainValue], _ desk: Desk) -> Listing {
    let count = results.count == 1 ? "1 entry" : "\(results.count) entries"
    var listing = Listing(
      [
        TableColumn("DISPUTE"), TableColumn("ENTRY"), TableColumn("WHEN"),
        TableColumn("WHAT", shrinkPriority: 2, minimumCells: 12),
        TableColumn("TEXT", shrinkPriority: 1, minimumCells: 20),
      ], heading: "\(count). Times in \(desk.world.zone.name).")
    for result in results {
      let name = result.text("dispute")
      let snippet = result.list("snippet").map { desk.clean($0.text("text")) }.joined()
      listing.add(
        result, id: result.text("entry.name"),
        [
          TableCell(DisputeID(name)?.description ?? name, style: .bold),
          TableCell(ShownName.last(result.text("entry.name"))),
          .past(result.text("entry.effectiveTime"), desk.times),
          TableCell(result.text("entry.title"), value: result.text("entry.event")),
          TableCell(snippet),
        ])
    }
    return listing
  }
}
