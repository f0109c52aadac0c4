import ArgumentParser
import ParleyClient

/// A note or a call by its number: `note:3`, `call:12`.
struct NoteArgument: Hashable, Sendable, ExpressibleByArgument {
  /// `NOTE_KIND_NOTE` or `NOTE_KIND_CALL`.
  let kind: String
  let number: Int

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), number > 0,
      ["note", "call"].contains(parts[0])
    else { return nil }
    kind = "NOTE_KIND_" + parts[0].uppercased()
    self.number = number
  }
}
