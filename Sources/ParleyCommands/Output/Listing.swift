package import ParleyClient
package import TerminalKit

/// Rows for people and for programs, with the values they were made of.
package struct Listing {
  /// A line above the table on a terminal: how many, and in which zone.
  package let heading: String?
  package let columns: [TableColumn]
  package private(set) var rows: [Row] = []

  package struct Row {
    package let value: PlainValue
    package let id: String
    package let cells: [TableCell]
  }

  package init(_ columns: [TableColumn], heading: String? = nil) {
    self.columns = columns
    self.heading = heading
  }

  /// Adds a row. `id` is what `-o id` prints.
  package mutating func add(_ value: PlainValue, id: String, _ cells: [TableCell]) {
    rows.append(Row(value: value, id: id, cells: cells))
  }
}
