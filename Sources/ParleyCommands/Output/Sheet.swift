package import ParleyClient

/// One thing shown whole: lines for people, pairs for programs.
package struct Sheet {
  package let value: PlainValue
  package let id: String
  /// What a terminal shows, made of trusted parts and stripped ones.
  package var lines: [String] = []
  /// What a pipe gets: a name, a tab, a value.
  package var pairs: [(name: String, value: String)] = []
  /// Whether it may be longer than a screen.
  package let isPaged: Bool

  package init(_ value: PlainValue, id: String, isPaged: Bool = false) {
    self.value = value
    self.id = id
    self.isPaged = isPaged
  }

  /// Adds a labelled line, and its pair.
  package mutating func add(_ label: String, _ shown: String, value: String? = nil) {
    let padding = String(repeating: " ", count: max(1, 14 - label.count))
    lines.append("  \(label)\(padding)\(shown)")
    pairs.append((label.lowercased().replacing(" ", with: "_"), value ?? shown))
  }
}
