import ParleyClient

/// One thing shown whole: lines for people, pairs for programs.
struct Sheet {
  let value: PlainValue
  let id: String
  /// What a terminal shows, made of trusted parts and stripped ones.
  var lines: [String] = []
  /// What a pipe gets: a name, a tab, a value.
  var pairs: [(name: String, value: String)] = []
  /// Whether it may be longer than a screen.
  let isPaged: Bool

  init(_ value: PlainValue, id: String, isPaged: Bool = false) {
    self.value = value
    self.id = id
    self.isPaged = isPaged
  }

  /// Adds a labelled line, and its pair.
  mutating func add(_ label: String, _ shown: String, value: String? = nil) {
    let padding = String(repeating: " ", count: max(1, 14 - label.count))
    lines.append("  \(label)\(padding)\(shown)")
    pairs.append((label.lowercased().replacing(" ", with: "_"), value ?? shown))
  }
}
