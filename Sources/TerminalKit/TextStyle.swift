/// The four looks of text. Colour is never the only thing that tells two texts apart.
package enum TextStyle: Int, CaseIterable, Hashable, Sendable {
  /// Names and identifiers.
  case bold = 1
  /// Done.
  case green = 32
  /// Waits on the reader.
  case yellow = 33
  /// Refused or overdue.
  case red = 31
}
