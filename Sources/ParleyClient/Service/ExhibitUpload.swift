/// A file on its way up.
package struct ExhibitUpload: Sendable {
  /// The spec with its request id; one that goes on is told it again.
  package let spec: PlainValue
  /// Nil where only the spec is to be judged.
  package let file: SourceFile?
  /// Where to go on; 0 for a new one.
  package let offset: Int64
  /// Told how many bytes have been handed over in all.
  package let progress: @Sendable (Int64) -> Void

  /// The most bytes one message carries.
  package static let chunkBytes = 256 * 1024

  package init(
    spec: PlainValue, file: SourceFile?, offset: Int64 = 0,
    progress: @escaping @Sendable (Int64) -> Void = { _ in }
  ) {
    self.spec = spec
    self.file = file
    self.offset = offset
    self.progress = progress
  }
}
