import ParleyClient
import TerminalKit

extension DraftRow {
  var isRefused: Bool { if case .refused = outcome { true } else { false } }

  var dispute: DisputeID? {
    switch outcome {
    case .drafted(let id), .thereAlready(let id): id
    case .toDraft, .refused: nil
    }
  }

  /// What became of it, in words.
  var result: String {
    switch outcome {
    case .toDraft: "would be drafted"
    case .drafted: "drafted"
    case .thereAlready: "there already"
    case .refused(let why): "refused: \(why)"
    }
  }

  private var word: String {
    switch outcome {
    case .toDraft: "TO_DRAFT"
    case .drafted: "DRAFTED"
    case .thereAlready: "THERE_ALREADY"
    case .refused: "REFUSED"
    }
  }

  func report(_ request: PlainValue?) -> PlainValue {
    .fields([
      "line": .whole(line), "client": .text(request?.text("respondent.displayName") ?? ""),
      "dispute": dispute.map { .text($0.name) }, "outcome": .text(word), "result": .text(result),
    ])
  }
}

extension Listing {
  static func drafts(_ rows: [DraftRow], _ requests: [Int: PlainValue], _ desk: Desk) -> Listing {
    var listing = Listing([
      TableColumn("LINE", alignment: .right), TableColumn("CLIENT", shrinkPriority: 1),
      TableColumn("ITEMS", alignment: .right), TableColumn("DISPUTE"),
      TableColumn("RESULT", shrinkPriority: 2),
    ])
    for row in rows {
      let request = requests[row.line]
      listing.add(
        row.report(request), id: row.dispute?.description ?? "",
        [
          TableCell("\(row.line)"),
          TableCell(desk.clean(request?.text("respondent.displayName") ?? "")),
          TableCell("\(request?.list("items").count ?? 0)"),
          TableCell(row.dispute?.description ?? "–"), TableCell(desk.clean(row.result)),
        ])
    }
    return listing
  }
}
