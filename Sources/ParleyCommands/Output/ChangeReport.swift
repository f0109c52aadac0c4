import ParleyClient

/// What is said of a change: one line of result, at most one of consequence, at most one of what
/// to do next.
struct ChangeReport {
  let headline: String
  let consequence: String?
  /// A command.
  let next: String?
  let value: PlainValue
  /// What `-o id` prints.
  let id: String

  init(
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
