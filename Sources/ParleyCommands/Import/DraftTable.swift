import ParleyClient

/// Drafts read from a table or from lines of JSON.
enum DraftTable {
  /// What may be a column beside the options: rows with the same value are one draft.
  static let groupColumn = "group"

  /// The options of a draft that a file may state.
  static let options: Set<String> = [
    "claimant", "client", "email", "telephone", "address", "contact", "debtor", "collector",
    "jurisdiction", "form", "type", "clause", "item", "invoice", "amount", "due", "limitation",
    "limitation-source", "contracted", "zone", "rules", "interest", "contract-rate",
  ]

  /// The rows of a CSV file. A field may hold several clauses or items, parted by `|`.
  static func rows(csv text: String, separator: Character) throws(CommandFailure) -> [DraftRow] {
    let table: CSVTable
    do throws(CSVTable.Fault) {
      table = try CSVTable(text, separator: separator)
    } catch {
      throw .usage("Line \(error.line): \(error.reason).")
    }
    for name in table.header { try check(name) }
    return try grouped(
      table.records.map { record in
        let pairs = zip(table.header, record.fields)
        let facts = pairs.flatMap { name, field -> [DraftRow.Fact] in
          let repeats = name == "clause" || name == "item"
          let values = repeats ? field.split(separator: "|").map(String.init) : [field]
          return values.map(\.trimmingSpaces).filter { !$0.isEmpty && name != groupColumn }
            .map { DraftRow.Fact(option: name, value: $0) }
        }
        let group = pairs.first { $0.0 == groupColumn }?.1.trimmingSpaces ?? ""
        return DraftRow(line: record.line, facts: facts, group: group)
      })
  }

  /// The rows of a file of which every line is a JSON object; a list states an option repeatedly.
  static func rows(jsonLines text: String) throws(CommandFailure) -> [DraftRow] {
    var rows: [DraftRow] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let value: PlainValue
      do throws(JSONReader.Fault) {
        value = try JSONReader.read(String(line))
      } catch {
        throw .usage("Line \(index + 1) is not JSON from byte \(error.byteOffset) on.")
      }
      guard case .record(let members) = value else {
        throw .usage("Line \(index + 1) is not a JSON object.")
      }
      var facts: [DraftRow.Fact] = []
      for member in members {
        try check(member.name)
        guard member.name != groupColumn else { continue }
        let values = if case .list(let list) = member.value { list } else { [member.value] }
        for each in values where each != .null {
          guard case .text(let text) = each else {
            throw .usage("Line \(index + 1): \(member.name) is not a text, or a list of texts.")
          }
          facts.append(DraftRow.Fact(option: member.name, value: text))
        }
      }
      rows.append(DraftRow(line: index + 1, facts: facts, group: value.text(groupColumn)))
    }
    return try grouped(rows)
  }

  private static func check(_ name: String) throws(CommandFailure) {
    guard name == groupColumn || options.contains(name) else {
      throw .usage(
        "There is nothing called \"\(name)\" in a draft; use "
          + (options.sorted() + [groupColumn]).joined(separator: ", ") + ".")
    }
  }

  private static func grouped(_ rows: [DraftRow]) throws(CommandFailure) -> [DraftRow] {
    var joined: [DraftRow] = []
    var places: [String: Int] = [:]
    for row in rows {
      guard !row.group.isEmpty, let place = places[row.group] else {
        if !row.group.isEmpty { places[row.group] = joined.count }
        var first = row
        if !row.group.isEmpty { first.loosen() }
        joined.append(first)
        continue
      }
      if let fault = joined[place].join(row) { throw .usage("\(fault).") }
    }
    return joined
  }
}
