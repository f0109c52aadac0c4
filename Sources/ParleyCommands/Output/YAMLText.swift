import ParleyClient
import Yams

/// Values as YAML.
enum YAMLText {
  /// One document.
  static func write(_ value: PlainValue) throws -> String {
    try Yams.serialize(node: node(value), allowUnicode: true)
  }

  private static func node(_ value: PlainValue) -> Node {
    switch value {
    case .null: Node("null", Tag(.null))
    case .bool(let truth): Node(truth ? "true" : "false", Tag(.bool))
    case .number(let number): Node(number, Tag(number.contains(".") ? .float : .int))
    // Quoted: "no", "1.0" and "2026-09-30" would be read back as something else.
    case .text(let text): Node(text, Tag(.str), .doubleQuoted)
    case .list(let elements): Node(elements.map(node))
    case .record(let members): Node(members.map { (Node($0.name), node($0.value)) })
    }
  }
}
