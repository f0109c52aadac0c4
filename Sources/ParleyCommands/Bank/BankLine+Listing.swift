import ParleyClient
import TerminalKit

extension BankLine {
  /// Whether somebody has to look at it.
  var isOpen: Bool {
    switch outcome {
    case .toPost, .posted, .thereAlready, .outgoing: false
    case .unmatched, .ambiguous, .refused: true
    }
  }

  /// What became of it, in words.
  var reason: String {
    switch outcome {
    case .toPost: "would be posted"
    case .posted: "posted"
    case .thereAlready: "there already"
    case .outgoing: "money that went out"
    case .unmatched: "its text names no dispute you see"
    case .ambiguous(let ids):
      "its text names several: " + ids.map(\.description).joined(separator: ", ")
    case .refused(let why): "refused: \(why)"
    }
  }

  private var word: String {
    switch outcome {
    case .toPost: "TO_POST"
    case .posted: "POSTED"
    case .thereAlready: "THERE_ALREADY"
    case .outgoing: "OUTGOING"
    case .unmatched: "UNMATCHED"
    case .ambiguous: "AMBIGUOUS"
    case .refused: "REFUSED"
    }
  }

  var report: PlainValue {
    .fields([
      "line": .whole(line), "valueDate": day?.date, "amount": amount?.money,
      "bankReference": .text(reference), "payer": .text(payer), "text": .text(text),
      "dispute": dispute.map { .text($0.name) }, "outcome": .text(word), "reason": .text(reason),
    ])
  }
}

extension Listing {
  static func bank(_ lines: [BankLine], _ desk: Desk) -> Listing {
    var listing = Listing([
      TableColumn("LINE", alignment: .right), TableColumn("DATE"),
      TableColumn("AMOUNT", alignment: .right), TableColumn("DISPUTE"),
      TableColumn("PAYER", shrinkPriority: 2), TableColumn("RESULT", shrinkPriority: 1),
    ])
    for line in lines {
      listing.add(
        line.report, id: line.dispute?.description ?? "",
        [
          TableCell("\(line.line)"), TableCell(line.day?.iso ?? "–"),
          TableCell(line.amount?.description ?? "–"),
          TableCell(line.dispute?.description ?? "–"), TableCell(desk.clean(line.payer)),
          TableCell(desk.clean(line.reason)),
        ])
    }
    return listing
  }
}
