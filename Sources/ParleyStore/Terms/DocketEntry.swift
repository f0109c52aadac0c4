package import OpenSSLKit
package import ParleyDomain

/// An entry as it stands in the docket: numbered in its chain, dated, hashed.
package struct DocketEntry: Hashable, Sendable {
  package let dispute: DisputeID
  /// Its place in the order of commits. Never leaves the server.
  package let order: Int64
  package let sequence: UInt64
  package let filedAt: Instant
  package let hash: SHA256Digest
  package let entry: Entry
  /// True when its words were erased; `entry.words` is then empty.
  package let wordsErased: Bool

  package init(
    dispute: DisputeID, order: Int64, sequence: UInt64, filedAt: Instant, hash: SHA256Digest,
    entry: Entry, wordsErased: Bool
  ) {
    self.dispute = dispute
    self.order = order
    self.sequence = sequence
    self.filedAt = filedAt
    self.hash = hash
    self.entry = entry
    self.wordsErased = wordsErased
  }
}
