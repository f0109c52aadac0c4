/// What stands in front of a result.
package enum Mark: CaseIterable, Hashable, Sendable {
  case done
  case refused
  case warning

  /// For terminals that show more than ASCII.
  package var symbol: String {
    switch self {
    case .done: "✓"
    case .refused: "✗"
    case .warning: "!"
    }
  }

  /// For the others.
  package var word: String {
    switch self {
    case .done: "ok:"
    case .refused: "error:"
    case .warning: "warning:"
    }
  }

  /// The colour that goes with it.
  package var style: TextStyle {
    switch self {
    case .done: .green
    case .refused: .red
    case .warning: .yellow
    }
  }
}
