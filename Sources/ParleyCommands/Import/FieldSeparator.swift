import ArgumentParser

/// What parts the fields.
enum FieldSeparator: String, CaseIterable, ExpressibleByArgument, Sendable {
  case comma, semicolon, tab

  var character: Character {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "\t"
    }
  }
}
