package import ParleyDomain

/// What an uploader says it will send.
package struct UploadDeclaration: Hashable, Sendable {
  package let dispute: DisputeID
  package let compartment: Compartment
  package let member: MemberID
  package let hash: DocumentHash
  package let byteCount: Int64
  package let begunAt: Instant

  package init(
    dispute: DisputeID, compartment: Compartment, member: MemberID, hash: DocumentHash,
    byteCount: Int64, begunAt: Instant
  ) {
    self.dispute = dispute
    self.compartment = compartment
    self.member = member
    self.hash = hash
    self.byteCount = byteCount
    self.begunAt = begunAt
  }

  /// Whether both declare the same, whenever they were made.
  package func isOfSameFile(as other: UploadDeclaration) -> Bool {
    dispute == other.dispute && compartment == other.compartment && member == other.member
      && hash == other.hash && byteCount == other.byteCount
  }
}
