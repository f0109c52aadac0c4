import OpenSSLKit

/// The id of a dispute as people write it: `7k3q-m2xw`.
package struct DisputeID: Hashable, Sendable, CustomStringConvertible {
  /// Eight characters, lower case, no hyphen.
  package let canonical: String

  /// Reads a whole id, in either case, hyphens anywhere, `disputes/` in front or not. Answers nil
  /// where the check character does not fit: the id is mistyped and no server need be asked.
  package init?(_ typed: String) {
    let bare = typed.hasPrefix("disputes/") ? String(typed.dropFirst(9)) : typed
    guard Base32Check.validate(bare), let canonical = Base32Check.normalise(bare) else {
      return nil
    }
    self.canonical = canonical
  }

  /// The dispute that a resource belongs to: `disputes/7k3qm2xw/offers/1`.
  package init?(ofResource name: String) {
    let steps = name.split(separator: "/")
    guard steps.count >= 2, steps[0] == "disputes" else { return nil }
    self.init(String(steps[1]))
  }

  /// The resource name, `disputes/7k3qm2xw`.
  package var name: String { "disputes/" + canonical }

  /// The form for people.
  package var description: String { Base32Check.grouped(canonical) }

  /// The beginning of an id in canonical form; nil where a character cannot stand in one.
  package static func prefix(_ typed: String) -> String? {
    Base32Check.normalise(typed)
  }

  /// The known ids nearest to a mistyped one: those that differ in at most two places.
  package static func suggestions(for typed: String, among known: [DisputeID]) -> [DisputeID] {
    guard let canonical = Base32Check.normalise(typed) else { return [] }
    return known.filter { candidate in
      candidate.canonical.utf8.count == canonical.utf8.count
        && zip(candidate.canonical.utf8, canonical.utf8).count { $0 != $1 } <= 2
    }
  }
}
