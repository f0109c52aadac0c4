import ParleyClient

/// The choice of fields that `--json` makes.
enum FieldSelection {
  /// Each record with the named fields only, in the order named; a field that a record lacks is
  /// null, so that rows stay alike. Without names, the sorted names of all fields that are there.
  /// Refuses a field that no record has, unless there are no records.
  static func apply(
    _ fields: String, to value: PlainValue
  ) throws(CommandFailure) -> PlainValue {
    let records: [PlainValue]
    let isList: Bool
    if case .list(let elements) = value {
      (records, isList) = (elements, true)
    } else {
      (records, isList) = ([value], false)
    }
    let present = Set(records.flatMap { $0.members.map(\.name) })
    let names = fields.split(separator: ",").map { String($0).trimmingSpaces }
    guard !names.isEmpty else { return .texts(present.sorted()) }
    for name in names where !records.isEmpty && !records.contains(where: { $0[name] != nil }) {
      guard !Self.isName(name) else { continue }
      throw .usage("\(name) is not the name of a field.")
    }
    let picked = records.map { record in
      PlainValue.record(names.map { PlainValue.Member($0, record[$0] ?? .null) })
    }
    return isList ? .list(picked) : picked[0]
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.first.map { (97...122).contains($0) } == true
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 46
      }
  }
}
