/// Wraps text in the terminal's codes for a style, where painting is on.
package struct Painter: Hashable, Sendable {
  package let isOn: Bool

  package init(isOn: Bool) {
    self.isOn = isOn
  }

  /// The text in a style; unchanged where painting is off, there is no style or no text.
  package func paint(_ text: String, _ style: TextStyle?) -> String {
    guard isOn, let style, !text.isEmpty else { return text }
    return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
  }
}
