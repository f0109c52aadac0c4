/// What the user wants of colour, the value of a `--color` flag.
package enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  /// Where it makes sense; see `Terminal.usesColor(on:)`.
  case auto
  case always
  case never
}
