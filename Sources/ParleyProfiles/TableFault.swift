/// Why a table is refused: which, where, and what would be right.
package struct TableFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let table: String
  /// From 1; 0 where no line can be named.
  package let line: Int
  package let problem: String

  package var description: String {
    line > 0 ? "\(table), line \(line): \(problem)" : "\(table): \(problem)"
  }
}
