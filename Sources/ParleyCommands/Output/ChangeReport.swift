package import ParleyClient

/// What is said of a change: one line of result, at most one of consequence, at most one of what
/// to do next.
package struct ChangeReport {
  package let headline: String
  package let consequence: String?
  /// A command.
  package let next: String?
  package let value: PlainValue
  /// What `-o id` prints.
  package let id: String

  package init(
    _ headline: String, consequence: String? = nil, next: String? = nil, value: PlainValue,
    id: String
  ) {
    self.headline = headline
    self.consequence = consequence
    self.next = next
    self.value = value
    self.id = id
  }
}
