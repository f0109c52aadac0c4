/// The limits of a bundle, each with its reason. The writer keeps them and the reader refuses what is
/// beyond them, so nobody writes what nobody reads.
package enum BundleLimits {
  /// Bytes of the manifest: some 60,000 files, and little enough to be held in memory.
  package static let manifestBytesMax = 16 * 1024 * 1024
  /// Bytes of all files of the docket together: they are checked entry by entry, in memory.
  package static let docketBytesMax = 64 * 1024 * 1024
  /// Bytes of one file: what the eleven octal digits of the format hold.
  package static let fileBytesMax: Int64 = 0o77_777_777_777
  /// Bytes of a path: the field of the format, less the zero behind it.
  package static let pathBytesMax = 99
  /// Bytes read or written at a time.
  package static let pieceBytes = 256 * 1024
}
