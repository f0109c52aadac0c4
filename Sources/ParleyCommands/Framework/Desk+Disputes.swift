import ParleyClient

extension Desk {
  /// The dispute that was typed. Refuses, without asking the server, an id whose check character
  /// does not fit, with the ids this session has seen that are near. The beginning of an id,
  /// four characters or more, will do where it fits one seen dispute and `binds` is false.
  func dispute(_ typed: String, binds: Bool) throws(CommandFailure) -> DisputeID {
    if let id = DisputeID(typed) {
      subject = id
      return id
    }
    let seen = paths.seen.ids(for: identityKey)
    guard let canonical = DisputeID.prefix(typed) else {
      throw .usage("\(typed) is not a dispute: ids look like 7k3q-m2xw.", next: "parley list")
    }
    if (4..<8).contains(canonical.utf8.count) {
      let fitting = seen.filter { $0.canonical.hasPrefix(canonical) }
      guard fitting.count == 1, let id = fitting.first else {
        let found = fitting.isEmpty ? "fits none" : "fits \(fitting.count)"
        throw .usage(
          "\(typed) \(found) of the disputes you have seen: write the whole id.",
          next: "parley list")
      }
      if binds { throw .usage("This binds, so write the whole id: \(id).") }
      subject = id
      return id
    }
    let near = DisputeID.suggestions(for: typed, among: seen)
    let question =
      near.isEmpty ? "" : " Did you mean \(near.map(\.description).joined(separator: " or "))?"
    if canonical.utf8.count == 8 {
      throw .usage("\(typed) is mistyped: its last character does not fit.\(question)")
    }
    throw .usage("\(typed) is not a dispute: an id has 8 characters.\(question)")
  }

  /// Notes disputes the session was shown. A file that cannot be written only costs suggestions.
  func noteSeen(_ names: [String]) {
    try? paths.seen.note(names.compactMap { DisputeID($0) }, for: identityKey)
  }
}
