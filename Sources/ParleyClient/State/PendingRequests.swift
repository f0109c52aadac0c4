import Foundation
import OpenSSLKit

/// The request ids of writes whose answer has not come, kept before their first byte is sent.
///
/// When a command dies between sending and hearing, nobody here knows whether the server did it.
/// The same command run again finds the id it used, and the server answers a repeat with the first
/// answer. So a crash and a second try cannot file or pay twice.
package struct PendingRequests: Sendable {
  /// The server remembers ids for 14 days; an older one would not be recognised.
  package static let rememberedSeconds: Int64 = 14 * 24 * 3600

  private struct Pending: Codable {
    let requestID: String
    let sentAt: Int64
  }

  private let file: PrivateFile

  package init(file: PrivateFile) {
    self.file = file
  }

  /// What the id is kept under: the server, the identity, the procedure and the whole content.
  package static func key(
    server: String, member: String, procedure: String, request: PlainValue
  ) -> String {
    let parts = [server, member, procedure, request.jsonText()]
    return SHA256.hash(Array(parts.joined(separator: "\n").utf8)).hex
  }

  /// A new id, kept nowhere: for what has no effect.
  package static func freshID() -> String { UUID().uuidString.lowercased() }

  /// The id to send this content with: the one of an earlier try that was never answered, else a
  /// new one, kept on the disk before this returns.
  package func requestID(for key: String, now: Int64) throws -> (id: String, isRepeat: Bool) {
    try file.locked {
      var pending = try load().filter { now - $0.value.sentAt < Self.rememberedSeconds }
      if let earlier = pending[key] { return (earlier.requestID, true) }
      let id = Self.freshID()
      pending[key] = Pending(requestID: id, sentAt: now)
      try save(pending)
      return (id, false)
    }
  }

  /// Forgets an id whose answer came, be it yes or no. A repeat changes nothing.
  package func settle(_ key: String) throws {
    try file.locked {
      var pending = try load()
      guard pending.removeValue(forKey: key) != nil else { return }
      try save(pending)
    }
  }

  private func load() throws -> [String: Pending] {
    guard let bytes = try file.read() else { return [:] }
    do {
      return try JSONDecoder().decode([String: Pending].self, from: Data(bytes))
    } catch {
      throw PrivateFile.Fault(path: file.path, reason: "not a file of pending requests")
    }
  }

  private func save(_ pending: [String: Pending]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try file.write(Array(try encoder.encode(pending)))
  }
}
