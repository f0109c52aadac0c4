package import OpenSSLKit
package import ParleyDomain

/// A signed-in person, as every use case sees the one who calls.
package struct Caller: Hashable, Sendable {
  package let actor: Actor
  /// Shown beside what this person does.
  package let name: String
  /// The session the call came in; ends with a sign-out.
  package let session: SHA256Digest
  package let sessionExpiresAt: Instant

  package init(actor: Actor, name: String, session: SHA256Digest, sessionExpiresAt: Instant) {
    self.actor = actor
    self.name = name
    self.session = session
    self.sessionExpiresAt = sessionExpiresAt
  }
}

/// The call carries no session that is open: none, an unknown one, or one that has ended.
package struct NotSignedIn: Error, Hashable, Sendable {
  package init() {}
}
