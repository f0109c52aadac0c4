package import OpenSSLKit

/// What looking through an archive found, without extracting anything.
package struct BundleInspection: Sendable {
  /// Nil where it cannot be read.
  package var manifest: BundleManifest?
  /// The key that the manifest says it was signed with, where its signature fits.
  package var key: Ed25519PublicKey?
  package var defects: [BundleDefect] = []
  /// How many files were found as the manifest has them.
  package var soundCount = 0

  package init() {}

  /// Looks through an archive, piece by piece, so that its size does not matter. It goes on after a
  /// defect where it can, so that each is named.
  ///
  /// - Parameters:
  ///   - read: answers the next bytes, at most as many as it is asked for; none at the end.
  ///   - docket: is handed the bytes of the files of the docket, in pieces. They are to be believed only
  ///     where nothing is found wrong.
  package static func of(
    read: @escaping (Int) throws -> [UInt8], docket: @escaping (String, [UInt8]) throws -> Void
  ) throws -> BundleInspection {
    var inspector = BundleInspector(source: PieceSource(read), docket: docket)
    try inspector.run()
    return inspector.found
  }
}

/// Reads exactly as many bytes as are asked for, where there are so many.
final class PieceSource {
  private let read: (Int) throws -> [UInt8]

  init(_ read: @escaping (Int) throws -> [UInt8]) {
    self.read = read
  }

  /// Fewer only at the end.
  func take(_ count: Int) throws -> [UInt8] {
    var taken: [UInt8] = []
    while taken.count < count {
      let piece = try read(count - taken.count)
      if piece.isEmpty { break }
      taken += piece
    }
    return taken
  }
}
