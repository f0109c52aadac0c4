package import ParleyDomain

/// An exhibit as it is indexed: where its bytes are, and what they are.
package struct ExhibitRow: Hashable, Sendable {
  package let dispute: DisputeID
  package let exhibit: ExhibitID
  package let hash: DocumentHash
  package let byteCount: Int64
  package let mediaType: String
  package let filedAt: Instant

  package init(
    dispute: DisputeID, exhibit: ExhibitID, hash: DocumentHash, byteCount: Int64,
    mediaType: String, filedAt: Instant
  ) {
    self.dispute = dispute
    self.exhibit = exhibit
    self.hash = hash
    self.byteCount = byteCount
    self.mediaType = mediaType
    self.filedAt = filedAt
  }
}
