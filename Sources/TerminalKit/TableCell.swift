/// One cell of a table.
package struct TableCell: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What people see.
  package let shown: String
  /// What programs see, such as an exact time where people see "yesterday".
  package let value: String
  package let style: TextStyle?

  package init(_ shown: String, value: String? = nil, style: TextStyle? = nil) {
    self.shown = shown
    self.value = value ?? shown
    self.style = style
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }
}
