import ArgumentParser
import ParleyClient

/// Lists the disputes the caller sees.
struct DisputeList: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "list", "Disputes you can see",
    examples: [
      "parley list", "parley list --waiting-on me", "parley list --stage mediation -o json",
      "parley list --all --limit 200 --json name,title,balance",
    ])

  @Option(help: "me: those that wait on you.") var waitingOn: Me?
  @Flag(help: "Those you are in charge of.") var mine = false
  @Option(help: "intake, negotiation, mediation, arbitration, legal or closed.")
  var stage: StageChoice?
  @Option(help: "A status, such as demand-served.") var status: String?
  @Flag(help: "Closed ones too.") var all = false
  @Option(help: "Conditions as the API writes them.") var filter: String?
  @Option(help: "At most this many.") var limit: Int = 50
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1.") }
  }

  /// The conditions, joined as the API reads them.
  var conditions: String {
    var conditions: [String] = []
    if waitingOn != nil { conditions.append("waiting_on = me") }
    if mine { conditions.append("owner = me") }
    if let stage { conditions.append("stage = \(stage.rawValue.uppercased())") }
    if let status {
      conditions.append("status = \(status.uppercased().replacing("-", with: "_"))")
    }
    if !all, stage != .closed { conditions.append("open = true") }
    if let filter { conditions.append(filter) }
    return conditions.joined(separator: " AND ")
  }

  func perform(_ desk: Desk) async throws {
    let request = PlainValue.fields([
      "pageSize": .whole(min(limit, 200)), "filter": .text(conditions),
    ])
    let disputes = try await desk.askAll(
      .listDisputes, request, items: "disputes", limit: limit)
    desk.noteSeen(disputes.map { $0.text("name") })
    var waiting = Set(disputes.map { $0.text("name") })
    if waitingOn == nil, desk.output == .table, !disputes.isEmpty {
      let waits = try await desk.askAll(
        .listDisputes, .fields(["pageSize": .whole(200), "filter": .text("waiting_on = me")]),
        items: "disputes", limit: 1000)
      waiting = Set(waits.map { $0.text("name") })
    }
    try desk.show(DisputeTable.listing(disputes, waiting: waiting, desk: desk))
  }
}

/// The caller, as filters name it.
enum Me: String, CaseIterable, ExpressibleByArgument, Sendable {
  case me
}

/// The stages.
enum StageChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case intake, negotiation, mediation, arbitration, legal, closed
}
