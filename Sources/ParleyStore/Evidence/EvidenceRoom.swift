package import ParleyDomain

/// The files of evidence. A file lies under its dispute, compartment and SHA-256; the same bytes
/// are one file inside a compartment and never shared beyond it.
package final class EvidenceRoom: Sendable {
  /// Begins an upload and leaves its marker. Refuses a size above ``Limits/evidenceBytesMax``.
  package func begin(_ declaration: UploadDeclaration) throws -> IncomingUpload {
    throw JournalFault.stopped
  }

  /// Takes up an upload where it stands; nil when there is none under this id.
  package func resume(_ id: String) throws -> IncomingUpload? { throw JournalFault.stopped }

  /// Whether the bytes are stored: in this compartment of this dispute, under this hash.
  package func holds(
    _ dispute: DisputeID, _ compartment: Compartment, _ hash: DocumentHash
  ) -> Bool { false }

  /// Opens a stored file for reading; nil when it is not there.
  package func open(
    _ dispute: DisputeID, _ compartment: Compartment, _ hash: DocumentHash
  ) throws -> EvidenceFile? { throw JournalFault.stopped }

  /// Removes uploads that were begun before this moment and never finished; answers how many.
  package func sweep(begunBefore: Instant) throws -> Int { throw JournalFault.stopped }
}
