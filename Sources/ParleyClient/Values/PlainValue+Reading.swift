extension PlainValue {
  /// The value at a dotted path, `contract.form`; nil where any step is missing or null.
  package subscript(_ path: String) -> PlainValue? {
    var value = self
    for step in path.split(separator: ".") {
      guard case .record(let members) = value,
        let member = members.first(where: { $0.name == step })
      else { return nil }
      value = member.value
    }
    return value == .null ? nil : value
  }

  /// The text at a path, numbers and truth values spelled out; empty where there is none.
  package func text(_ path: String) -> String {
    self[path]?.spelled ?? ""
  }

  /// The elements at a path; none where there is no list.
  package func list(_ path: String) -> [PlainValue] {
    guard case .list(let elements)? = self[path] else { return [] }
    return elements
  }

  /// Whether the value at a path is true.
  package func flag(_ path: String) -> Bool {
    self[path] == .bool(true)
  }

  /// The whole number at a path; nil where there is none.
  package func integer(_ path: String) -> Int64? {
    self[path].flatMap { Int64($0.spelled) }
  }

  /// A scalar as text; empty for lists, records and null.
  package var spelled: String {
    switch self {
    case .null, .list, .record: ""
    case .bool(let truth): truth ? "true" : "false"
    case .number(let number): number
    case .text(let text): text
    }
  }

  /// The members of a record; none for any other value.
  package var members: [Member] {
    guard case .record(let members) = self else { return [] }
    return members
  }

  /// The record with one member set, in its place where it was there already, else at the end.
  /// Any other value is answered unchanged.
  package func setting(_ name: String, to value: PlainValue) -> PlainValue {
    guard case .record(var members) = self else { return self }
    let member = Member(name, value)
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index] = member
    } else {
      members.append(member)
    }
    return .record(members)
  }
}
