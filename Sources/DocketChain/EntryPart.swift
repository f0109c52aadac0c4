/// The three parts of an entry that are committed to separately.
package enum EntryPart: String, CaseIterable, Hashable, Sendable {
  /// Who, when and what kind: shown to some who may not read the rest.
  case header
  /// Ids, amounts, dates and choices, from which the state is computed. Never erased.
  case facts
  /// Names, contacts and free text, which can be erased.
  case words
}
