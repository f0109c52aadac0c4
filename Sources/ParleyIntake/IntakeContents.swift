import Glibc
import OpenSSLKit

/// What a reading put down: contents without a name on the disk, gone with this value.
package final class IntakeContents: Sendable {
  package let descriptor: Int32

  /// Makes room in a folder. The file has no name from its first moment on, so a crash leaves none.
  package init(in folder: String) throws {
    var path = Array((folder + "/intake-XXXXXX").utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else {
      throw IntakeFault.unavailable(sentence: "There is no room to put contents in.")
    }
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    descriptor = file
  }

  deinit { close(descriptor) }

  var byteCount: Int64 {
    let end = lseek(descriptor, 0, SEEK_END)
    return Int64(max(0, end))
  }

  /// Writes bytes where they belong. Throws where the disk is full.
  package func write(_ bytes: [UInt8], at offset: Int64) throws {
    try bytes.withUnsafeBytes { space in
      var done = 0
      while done < space.count {
        let count = pwrite(
          descriptor, space.baseAddress?.advanced(by: done), space.count - done,
          off_t(offset) + done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          throw IntakeFault.unavailable(sentence: "There is no room to put contents in.")
        }
        done += count
      }
    }
  }

  /// Reads at most `count` bytes of a stretch, from an offset inside it; empty at its end.
  package func read(_ stretch: Stretch, at offset: Int64, count: Int) throws -> [UInt8] {
    let wanted = Int(min(Int64(count), stretch.bytes - offset))
    guard wanted > 0 else { return [] }
    return try [UInt8](unsafeUninitializedCapacity: wanted) { space, filled in
      while filled < wanted {
        let got = pread(
          descriptor, space.baseAddress?.advanced(by: filled), wanted - filled,
          off_t(stretch.offset + offset) + filled)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { throw IntakeFault.garbage }
        filled += got
      }
    }
  }

  /// All bytes of a stretch that is known to be short.
  package func text(_ stretch: Stretch) throws -> String {
    String(decoding: try read(stretch, at: 0, count: Limits.answerBytesMax), as: UTF8.self)
  }

  /// Whether a stretch lies inside, and has this hash where one is given.
  func holds(_ stretch: Stretch, sha256: String? = nil) throws -> Bool {
    let (end, overflow) = stretch.offset.addingReportingOverflow(stretch.bytes)
    guard stretch.offset >= 0, stretch.bytes >= 0, !overflow, end <= byteCount else {
      return false
    }
    guard let sha256 else { return true }
    let hasher = SHA256Hasher()
    var offset: Int64 = 0
    while offset < stretch.bytes {
      let piece = try read(stretch, at: offset, count: Limits.pieceBytes)
      hasher.update(piece)
      offset += Int64(piece.count)
    }
    return hasher.finish().hex == sha256
  }
}

/// A message and its contents.
package struct ReadMail: Sendable {
  package let answer: MailAnswer
  package let contents: IntakeContents
  /// The message as it was before it came into a mailbox, where lines of it were changed there.
  package let source: Stretch?
}

/// Another file and its text.
package struct ReadFile: Sendable {
  package let answer: FileAnswer
  package let contents: IntakeContents
}
