package import OpenSSLKit
package import ParleyDomain

/// A signed-in device. Only the hash of its token is stored.
package struct Session: Hashable, Sendable {
  package let tokenHash: SHA256Digest
  package let member: MemberID
  /// What the device calls itself.
  package let device: String
  package let openedAt: Instant
  package let expiresAt: Instant
  /// Set once signed out or revoked.
  package let endedAt: Instant?

  package init(
    tokenHash: SHA256Digest, member: MemberID, device: String, openedAt: Instant,
    expiresAt: Instant, endedAt: Instant? = nil
  ) {
    self.tokenHash = tokenHash
    self.member = member
    self.device = device
    self.openedAt = openedAt
    self.expiresAt = expiresAt
    self.endedAt = endedAt
  }
}
