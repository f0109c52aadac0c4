package import OpenSSLKit

/// The beginning of an archive whose end has not come yet.
package enum BegunBundle {
  /// The hash of its manifest, by which the bundle is known that goes on behind it. Nil where there is
  /// less than a whole manifest, or something else.
  ///
  /// - Parameter read: answers the next bytes, at most as many as it is asked for; none at the end.
  package static func manifestHash(
    read: @escaping (Int) throws -> [UInt8]
  ) throws -> SHA256Digest? {
    let source = PieceSource(read)
    guard let header = ReadHeader(try source.take(FileHeader.byteCount)), header.isCanonical,
      header.path == BundlePath.manifest, let size = header.size,
      size <= Int64(BundleLimits.manifestBytesMax)
    else { return nil }
    let bytes = try source.take(Int(size))
    guard bytes.count == Int(size), BundleManifest(bytes: bytes) != nil else { return nil }
    return SHA256.hash(bytes)
  }
}
