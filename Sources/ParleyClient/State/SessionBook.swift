import Foundation

/// The sessions kept on this machine, several identities side by side, and which one is used.
///
/// One file, mode 0600, since whoever reads it can act as these people. Sessions are keyed by
/// server and member: signing in again as the same member replaces the old one.
package struct SessionBook: Codable, Hashable, Sendable {
  package private(set) var sessions: [SessionRecord] = []
  /// Which session commands use, for each server: the member's name.
  package private(set) var current: [String: String] = [:]
  /// The server used last, where no option, variable or context names one.
  package private(set) var lastServer: String?

  package init() {}

  /// Reads the file; an absent one is an empty book. Throws where it cannot be read or is not a
  /// book.
  package static func load(_ file: PrivateFile) throws -> SessionBook {
    guard let bytes = try file.read() else { return SessionBook() }
    do {
      return try JSONDecoder().decode(SessionBook.self, from: Data(bytes))
    } catch {
      throw PrivateFile.Fault(path: file.path, reason: "not a file of sessions")
    }
  }

  /// Writes the file as a whole.
  package func save(_ file: PrivateFile) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try file.write(Array(try encoder.encode(self)))
  }

  /// The session of a member at a server; without a member the current one there.
  package func session(server: String, member: String? = nil) -> SessionRecord? {
    guard let member = member ?? current[server] else { return nil }
    return sessions.first { $0.server == server && $0.answers(to: member) }
  }

  /// Keeps a session and makes it the current one.
  package mutating func keep(_ session: SessionRecord) {
    sessions.removeAll { $0.server == session.server && $0.member == session.member }
    sessions.append(session)
    select(session)
  }

  /// Makes a session the current one of its server.
  package mutating func select(_ session: SessionRecord) {
    current[session.server] = session.member
    lastServer = session.server
  }

  /// Forgets a session. A repeat changes nothing.
  package mutating func forget(_ session: SessionRecord) {
    sessions.removeAll { $0.server == session.server && $0.member == session.member }
    guard current[session.server] == session.member else { return }
    current[session.server] = sessions.last { $0.server == session.server }?.member
    if current[session.server] == nil, lastServer == session.server {
      lastServer = sessions.last?.server
    }
  }
}

extension SessionRecord {
  /// Whether somebody who types this means this session's member.
  package func answers(to typed: String) -> Bool {
    typed == member || typed == shortMember
  }
}
