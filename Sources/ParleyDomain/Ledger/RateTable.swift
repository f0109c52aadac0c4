/// A reference rate as a central bank published it: dated rows in basis points, each with its
/// source. Data, read from a table.
package struct RateTable: Hashable, Sendable {
  /// A rate in force from a day on, until the next row.
  package struct Row: Hashable, Sendable {
    package let from: CivilDate
    package let basisPoints: Int
    package let source: String

    package init(from: CivilDate, basisPoints: Int, source: String) {
      self.from = from
      self.basisPoints = basisPoints
      self.source = source
    }
  }

  package let name: String
  /// In order of their days; at least one.
  package let rows: [Row]
  /// The last day for which the table is known to be complete.
  package let asOf: CivilDate

  package init(name: String, rows: [Row], asOf: CivilDate) {
    self.name = name
    self.rows = rows
    self.asOf = asOf
  }

  /// The first day it says something about.
  package var start: CivilDate? { rows.first?.from }

  /// The row in force on a day; the first one for days before it.
  package func row(on day: CivilDate) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].from <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? rows.first : rows[low - 1]
  }
}
