/// How one column of a table looks.
package struct TableColumn: Hashable, Sendable {
  /// On which side its text stands.
  package enum Alignment: Hashable, Sendable {
    case left
    case right
  }

  package let header: String
  package let alignment: Alignment
  /// Columns of a higher priority shrink first; a column of priority 0 is never cut.
  package let shrinkPriority: Int
  /// It is not made narrower than this many cells.
  package let minimumCells: Int

  package init(
    _ header: String, alignment: Alignment = .left, shrinkPriority: Int = 0,
    minimumCells: Int = 6
  ) {
    self.header = header
    self.alignment = alignment
    self.shrinkPriority = shrinkPriority
    self.minimumCells = minimumCells
  }
}
