import ParleyClient
import TerminalKit

/// What one check came to: all is well, or what is the matter and what to do about it.
struct Finding: Hashable, Sendable {
  enum State: String, Hashable, Sendable {
    case ok
    /// It works, and will not for long, or not as it should.
    case warning
    case failed
    /// Not looked at, since something before it failed.
    case skipped

    var style: TextStyle? {
      switch self {
      case .ok: .green
      case .warning: .yellow
      case .failed: .red
      case .skipped: nil
      }
    }
  }

  let check: String
  let state: State
  /// One sentence.
  let said: String
  /// A command, or what to do; nil where nothing is.
  let next: String?

  init(_ check: String, _ state: State, _ said: String, next: String? = nil) {
    self.check = check
    self.state = state
    self.said = said
    self.next = next
  }

  static let columns = [
    TableColumn("CHECK"), TableColumn(""), TableColumn("FOUND", shrinkPriority: 1),
    TableColumn("WHAT TO DO", shrinkPriority: 2),
  ]

  var cells: [TableCell] {
    [
      TableCell(check, style: .bold), TableCell(state.rawValue, style: state.style),
      TableCell(said), TableCell(next ?? ""),
    ]
  }

  var value: PlainValue {
    .fields([
      "check": .text(check), "state": .text(state.rawValue), "found": .text(said),
      "next": .text(next ?? ""),
    ])
  }
}
