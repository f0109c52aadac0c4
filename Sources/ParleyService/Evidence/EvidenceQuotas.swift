/// How much evidence is taken: set by the operator, told by `GetLimits`.
package struct EvidenceQuotas: Hashable, Sendable {
  /// One file.
  package let fileBytesMax: Int64
  /// The files of one dispute that their filer sees.
  package let disputeBytesMax: Int64
  /// The files of all disputes of one organization that its team sees.
  package let organizationBytesMax: Int64

  /// A file of 4 GiB holds an hour of video or the mailboxes of an office; a dispute of 32 GiB holds
  /// more than anybody reads; an organization of 512 GiB fits the disk of one small server.
  package static let standard = EvidenceQuotas(
    fileBytesMax: 4 << 30, disputeBytesMax: 32 << 30, organizationBytesMax: 512 << 30)

  /// The least any of them may be: a scanned page must always fit.
  package static let bytesMin: Int64 = 1 << 20
  /// The most: beyond it a size on the wire may be no more than a slip.
  package static let bytesMax: Int64 = 1 << 50

  package init(fileBytesMax: Int64, disputeBytesMax: Int64, organizationBytesMax: Int64) {
    self.fileBytesMax = fileBytesMax
    self.disputeBytesMax = disputeBytesMax
    self.organizationBytesMax = organizationBytesMax
  }

  /// Whether they make sense together: none below or above what is sensible, none above the next.
  package var areSound: Bool {
    Self.bytesMin <= fileBytesMax && fileBytesMax <= disputeBytesMax
      && disputeBytesMax <= organizationBytesMax && organizationBytesMax <= Self.bytesMax
  }
}

/// A file that there is no room for under a quota.
package struct EvidenceOverfull: Error, Hashable, Sendable {
  package enum Scope: String, Hashable, Sendable {
    case file, dispute, organization
  }

  package let scope: Scope
  /// What is held already, and what uploads under way will add.
  package let heldBytes: Int64
  /// What the file has.
  package let fileBytes: Int64
  package let maximum: Int64
}
