import DocketChain
import Foundation
import GRDB
import OpenSSLKit
import ParleyDomain
import Synchronization

/// The key that signs now. Whoever signs takes it anew each time.
final class SigningKeyInUse: Sendable {
  private let key: Mutex<Ed25519SigningKey>

  init(_ key: Ed25519SigningKey) {
    self.key = Mutex(key)
  }

  var current: Ed25519SigningKey { key.withLock { $0 } }

  /// Takes the key of this id into use; it is fetched where another one signs so far. One at a time,
  /// since the fetching moves a file.
  func use(_ id: String, fetch: () throws -> Ed25519SigningKey) throws {
    try key.withLock { key in
      guard SignedHead.keyID(of: key.publicKey) != id else { return }
      key = try fetch()
    }
  }
}

extension Journal {
  /// Puts a new key in the place of the one that signs receipts, endorsed by it, and answers the new
  /// one's id. A repeat of the request answers the key that the first one made.
  ///
  /// The new private key is on disk before the transaction that records it, and takes the other's
  /// name after it; a crash between any two steps leaves one key that the register names, and the
  /// next start finishes what was begun. Nothing is signed with the new key before it has its name.
  /// Refused with ``JournalFault/keyUnsettled`` while an earlier rotation is not finished.
  package func rotateSigningKey(
    request: RequestMark?, validateOnly: Bool = false
  ) async throws -> String {
    let answer = try await people(
      PeopleWrite(request: request, validateOnly: validateOnly) { registry in
        let current = self.signingKey
        let id = SignedHead.keyID(of: current.publicKey)
        guard try registry.signingKeyID() == id else { throw JournalFault.keyUnsettled }
        if validateOnly { return Decision(people: []) { _ in Array(id.utf8) } }
        let successor = try SigningKeyFile.prepare(in: self.directory.path)
        let endorsement = try KeyEndorsement.make(
          of: successor.publicKey, by: current,
          at: UInt64(clamping: registry.now.milliseconds))
        return Decision(people: [.keyEndorsed(endorsement)]) { _ in
          Array(endorsement.successorID.utf8)
        }
      })
    if !validateOnly { try useRegisteredKey() }
    return String(decoding: answer.reply, as: UTF8.self)
  }

  /// Lets the key sign that the register names. Nothing to do where it does already.
  private func useRegisteredKey() throws {
    guard let registered = try read({ try $0.signingKeyID() }) else { return }
    try inUse.use(registered) { try SigningKeyFile.promote(registered, in: directory.path) }
  }

  /// Records the key of a directory that has recorded none: a new one, or one of a build before keys
  /// were recorded, whose key is as old as its first invitation.
  static func record(_ key: Ed25519SigningKey, now: Instant, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO keys (id, public_key, recorded_at)
        SELECT ?, ?, coalesce((SELECT min(issued_at) FROM invitations), ?)
        WHERE NOT EXISTS (SELECT 1 FROM keys)
        """,
      arguments: [
        SignedHead.keyID(of: key.publicKey), Data(key.publicKey.raw), now.milliseconds,
      ])
  }
}
