import ParleyDomain
import Yams

/// Reads one mapping of a table, and takes note of what was read: what is left over was not
/// expected.
struct TableReader {
  let table: String
  private let pairs: [(key: String, value: Node, line: Int)]
  private let line: Int

  /// The mapping of a whole table.
  init(table: String, text: String) throws(TableFault) {
    let composed: Node?
    do {
      composed = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw TableFault(table: table, line: Self.line(of: error), problem: "This is no YAML.")
    } catch {
      throw TableFault(table: table, line: 0, problem: "This cannot be read.")
    }
    guard let root = composed else {
      throw TableFault(table: table, line: 1, problem: "The table is empty.")
    }
    try self.init(table: table, node: root)
  }

  init(table: String, node: Node) throws(TableFault) {
    self.table = table
    line = node.mark?.line ?? 0
    guard let mapping = node.mapping else {
      throw TableFault(table: table, line: line, problem: "Give names with values.")
    }
    var pairs: [(key: String, value: Node, line: Int)] = []
    for (key, value) in mapping {
      let at = key.mark?.line ?? line
      guard let name = key.string else {
        throw TableFault(table: table, line: at, problem: "A name is a text.")
      }
      guard !pairs.contains(where: { $0.key == name }) else {
        throw TableFault(table: table, line: at, problem: "\(name) is given twice.")
      }
      pairs.append((name, value, at))
    }
    self.pairs = pairs
  }

  var keys: [String] { pairs.map(\.key) }

  /// Refuses names that are not among these, and those of them that are missing.
  func expect(_ names: [String]) throws(TableFault) {
    if let odd = pairs.first(where: { !names.contains($0.key) }) {
      throw fault(
        odd.line, "\(odd.key) is not known here; there are \(names.joined(separator: ", ")).")
    }
    if let missing = names.first(where: { name in !pairs.contains { $0.key == name } }) {
      throw fault(line, "\(missing) is missing.")
    }
  }

  func text(_ name: String) throws(TableFault) -> String {
    let (node, line) = try entry(name)
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw fault(line, "\(name) is a text.")
    }
    return text
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(TableFault) -> Int {
    let (node, line) = try entry(name)
    guard let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
      throw fault(
        line, "\(name) is a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  func choice<Value>(_ name: String, _ choices: [String: Value]) throws(TableFault) -> Value {
    let spelled = try text(name)
    guard let value = choices[spelled] else {
      throw fault(
        try entry(name).line,
        "\(name) is one of \(choices.keys.sorted().joined(separator: ", ")).")
    }
    return value
  }

  func texts(_ name: String) throws(TableFault) -> [String] {
    let (node, line) = try entry(name)
    guard let list = node.sequence else { throw fault(line, "\(name) is a list.") }
    return list.compactMap(\.scalar?.string)
  }

  /// Numbers, each once.
  func numbers(_ name: String, in range: ClosedRange<Int>) throws(TableFault) -> [Int] {
    let (node, line) = try entry(name)
    let list = node.sequence.map { $0.map { $0.scalar.flatMap { Int($0.string) } } } ?? [nil]
    let found = list.compactMap(\.self)
    guard found.count == list.count, found.allSatisfy(range.contains),
      Set(found).count == found.count
    else {
      throw fault(
        line,
        "\(name) is a list of numbers from \(range.lowerBound) to \(range.upperBound), each once.")
    }
    return found
  }

  /// One or more choices, each once.
  func choices<Value: Hashable>(
    _ name: String, _ choices: [String: Value]
  ) throws(TableFault) -> Set<Value> {
    let spelled = try texts(name)
    let found = spelled.compactMap { choices[$0] }
    guard !found.isEmpty, found.count == spelled.count, Set(found).count == found.count else {
      throw fault(
        try entry(name).line,
        "\(name) lists some of \(choices.keys.sorted().joined(separator: ", ")), each once.")
    }
    return Set(found)
  }

  /// The mappings of a list.
  func parts(_ name: String) throws(TableFault) -> [TableReader] {
    let (node, line) = try entry(name)
    guard let list = node.sequence, !list.isEmpty else {
      throw fault(line, "\(name) is a list with at least one entry.")
    }
    var parts: [TableReader] = []
    for node in list { parts.append(try TableReader(table: table, node: node)) }
    return parts
  }

  /// A day, such as 2026-12-25.
  func day(_ name: String) throws(TableFault) -> CivilDate {
    guard let day = CalendarTable.day(try text(name)) else {
      throw fault(try entry(name).line, "\(name) is a day, such as 2026-01-01.")
    }
    return day
  }

  /// An hour of the day, in minutes after midnight.
  func hour(_ name: String) throws(TableFault) -> Int {
    let parts = try text(name).split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hours = parts[0], let minutes = parts[1],
      (0...59).contains(minutes), (0...1440).contains(hours * 60 + minutes)
    else { throw fault(try entry(name).line, "\(name) is an hour, such as \"8:00\".") }
    return hours * 60 + minutes
  }

  /// A number and its source.
  func sourced(_ name: String, in range: ClosedRange<Int>) throws(TableFault) -> RuleProfile.Sourced
  {
    let part = try part(name)
    try part.expect(["value", "source"])
    return RuleProfile.Sourced(try part.number("value", in: range), source: try part.text("source"))
  }

  func part(_ name: String) throws(TableFault) -> TableReader {
    try TableReader(table: table, node: try entry(name).node)
  }

  func line(of name: String) -> Int { pairs.first { $0.key == name }?.line ?? line }

  func fault(_ line: Int, _ problem: String) -> TableFault {
    TableFault(table: table, line: line, problem: problem)
  }

  private func entry(_ name: String) throws(TableFault) -> (node: Node, line: Int) {
    guard let pair = pairs.first(where: { $0.key == name }) else {
      throw fault(line, "\(name) is missing.")
    }
    return (pair.value, pair.line)
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 0
    }
  }
}
