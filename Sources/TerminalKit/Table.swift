/// Rows under columns, with two faces: one for people, one for programs.
///
/// For people, columns are aligned and the line is made to fit; for programs there are tabs, no
/// header and always the same columns. All text is taken as untrusted and stripped of controls.
package struct Table: Sendable {
  package let columns: [TableColumn]
  package private(set) var rows: [[TableCell]] = []

  package init(_ columns: [TableColumn]) {
    self.columns = columns
  }

  /// Adds a row. Cells that are not given are empty; there may not be more than columns.
  package mutating func add(_ cells: [TableCell]) {
    precondition(cells.count <= columns.count, "a row has more cells than the table has columns")
    let missing = columns.count - cells.count
    rows.append(cells + Array(repeating: TableCell(""), count: missing))
  }

  /// The face for programs: one line a row, tabs between cells, each line ended.
  package func tabSeparated() -> String {
    rows.map { row in
      row.map { TerminalText.stripControls($0.value) }.joined(separator: "\t") + "\n"
    }.joined()
  }
}
