import Foundation

/// The disputes each session has been shown, newest first: what mistyped and shortened ids are
/// compared with. Nothing else is, so that a suggestion never tells of a dispute unseen.
package struct SeenDisputes: Sendable {
  /// More than a person remembers; older ones drop out.
  package static let countMax = 500

  private let file: PrivateFile

  package init(file: PrivateFile) {
    self.file = file
  }

  /// The ids a session has seen. A file that cannot be read counts as none: it only suggests.
  package func ids(for session: String) -> [DisputeID] {
    (load()[session] ?? []).compactMap { DisputeID($0) }
  }

  /// Notes ids, moving those known already to the front.
  package func note(_ ids: [DisputeID], for session: String) throws {
    guard !ids.isEmpty else { return }
    try file.locked {
      var seen = load()
      let fresh = ids.map(\.canonical)
      let older = (seen[session] ?? []).filter { !fresh.contains($0) }
      let merged = Array((fresh + older).prefix(Self.countMax))
      guard merged != seen[session] else { return }
      seen[session] = merged
      try file.write(Array(try JSONEncoder().encode(seen)))
    }
  }

  private func load() -> [String: [String]] {
    guard let bytes = try? file.read() else { return [:] }
    return (try? JSONDecoder().decode([String: [String]].self, from: Data(bytes))) ?? [:]
  }
}
