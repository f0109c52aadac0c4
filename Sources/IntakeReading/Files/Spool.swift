import Glibc

/// Where contents are put one after the other: an open file of whoever asked. The answer says which
/// stretch is what, so that nothing is opened and nothing is held in memory.
package final class Spool {
  package let descriptor: Int32
  package private(set) var byteCount: Int64

  package init(descriptor: Int32, byteCount: Int64 = 0) {
    (self.descriptor, self.byteCount) = (descriptor, byteCount)
  }

  /// Adds bytes at the end.
  package func append(_ bytes: [UInt8]) throws {
    guard byteCount + Int64(bytes.count) <= Int64(Limits.spoolBytesMax) else {
      throw IntakeRefusal(.tooLarge, "Its contents are more than one reading may put down.")
    }
    try bytes.withUnsafeBytes { space in
      var done = 0
      while done < space.count {
        let count = pwrite(
          descriptor, space.baseAddress?.advanced(by: done), space.count - done,
          off_t(byteCount) + done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw IntakeRefusal(.failed, "The contents cannot be put down.") }
        done += count
      }
    }
    byteCount += Int64(bytes.count)
  }

  /// Everything added since the spool stood at `start`, for reading.
  package func file(from start: Int64) -> InputFile {
    InputFile(descriptor: descriptor, start: start, end: byteCount)
  }
}
