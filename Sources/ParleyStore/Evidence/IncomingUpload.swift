import ParleyDomain

/// An upload on its way. One writer at a time; not to be shared.
package final class IncomingUpload: Sendable {
  package let id: String
  package let declaration: UploadDeclaration

  init(id: String, declaration: UploadDeclaration) {
    self.id = id
    self.declaration = declaration
  }

  /// How many bytes are safe on disk. Never decreases, not even over a crash.
  package func committed() throws -> Int64 { throw JournalFault.stopped }

  /// Takes a piece that starts at `offset`, which must be where the upload stands.
  package func write(_ bytes: [UInt8], at offset: Int64) throws { throw JournalFault.stopped }

  /// Checks size and hash, and puts the file in its place, durably: only then may an entry name it.
  /// Bytes already there stay as they are.
  package func finish() throws { throw JournalFault.stopped }

  /// Gives the upload up and removes what was sent.
  package func abandon() {}
}
