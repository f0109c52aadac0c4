/// One place for wording that a command takes: names, contacts or free text.
package struct WordPath: Hashable, Sendable {
  /// As the command spells it. `N` stands for a number: `item.N.description`.
  package let path: String
  package let isRequired: Bool
  package let charactersMax: Int

  init(_ path: String, _ charactersMax: Int, required: Bool = false) {
    self.path = path
    self.charactersMax = charactersMax
    isRequired = required
  }

  /// The path with a number in place of `N`.
  func numbered(_ number: Int) -> WordPath {
    let parts = path.split(separator: ".").map { $0 == "N" ? "\(number)" : String($0) }
    return WordPath(parts.joined(separator: "."), charactersMax, required: isRequired)
  }

  var isNumbered: Bool { path.split(separator: ".").contains("N") }
}

/// How long wording may be. In characters, so that every language has the same room.
package enum WordLimits {
  package static let name = 200
  package static let line = 300
  package static let address = 1_000
  package static let reason = 4_000
  package static let text = 20_000
  package static let document = 100_000
}
