/// A file on its way up.
package struct ExhibitUpload: Sendable {
  /// The spec of a new upload, or nothing where one goes on.
  package let spec: PlainValue?
  /// The request id of the spec, which is also the id of the upload.
  package let id: String
  package let file: SourceFile
  /// Where to go on; 0 for a new one.
  package let offset: Int64
  /// Told how many bytes have been handed over in all.
  package let progress: @Sendable (Int64) -> Void

  /// The most bytes one message carries.
  package static let chunkBytes = 256 * 1024

  package init(
    spec: PlainValue?, id: String, file: SourceFile, offset: Int64,
    progress: @escaping @Sendable (Int64) -> Void
  ) {
    self.spec = spec
    self.id = id
    self.file = file
    self.offset = offset
    self.progress = progress
  }
}
