import ParleyClient
import TerminalKit

/// Rows for people and for programs, with the values they were made of.
struct Listing {
  /// A line above the table on a terminal: how many, and in which zone.
  let heading: String?
  let columns: [TableColumn]
  private(set) var rows: [Row] = []

  struct Row {
    let value: PlainValue
    let id: String
    let cells: [TableCell]
  }

  init(_ columns: [TableColumn], heading: String? = nil) {
    self.columns = columns
    self.heading = heading
  }

  /// Adds a row. `id` is what `-o id` prints.
  mutating func add(_ value: PlainValue, id: String, _ cells: [TableCell]) {
    rows.append(Row(value: value, id: id, cells: cells))
  }
}
