import Glibc

/// The file that is read, or a stretch of it. Nothing of it is held in memory.
package struct InputFile: Sendable {
  package let descriptor: Int32
  package let start: Int64
  package let end: Int64

  package var byteCount: Int64 { end - start }

  package init(descriptor: Int32, start: Int64, end: Int64) {
    (self.descriptor, self.start, self.end) = (descriptor, start, max(start, end))
  }

  /// Reads at most `count` bytes, counted from the start of the stretch; empty at its end.
  package func read(at offset: Int64, count: Int) throws -> [UInt8] {
    let wanted = min(Int64(count), byteCount - offset)
    guard wanted > 0 else { return [] }
    return try [UInt8](unsafeUninitializedCapacity: Int(wanted)) { space, filled in
      while filled < space.count {
        let got = pread(
          descriptor, space.baseAddress?.advanced(by: filled), space.count - filled,
          off_t(start + offset) + filled)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw IntakeRefusal(.failed, "The file cannot be read.") }
        if got == 0 { break }
        filled += got
      }
    }
  }

  /// Hands over all bytes, piece by piece.
  package func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    var offset: Int64 = 0
    while offset < byteCount {
      let piece = try read(at: offset, count: Limits.pieceBytes)
      guard !piece.isEmpty else { throw IntakeRefusal(.failed, "The file became shorter.") }
      try body(piece)
      offset += Int64(piece.count)
    }
  }

  /// A stretch of this one.
  package func stretch(from: Int64, byteCount count: Int64) -> InputFile {
    InputFile(
      descriptor: descriptor, start: min(start + from, end), end: min(start + from + count, end))
  }
}
