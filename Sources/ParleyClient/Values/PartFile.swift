import Glibc

/// A file on its way down, beside the one it will be: open for one command alone, and kept where that
/// breaks off.
final class PartFile {
  let path: String
  let descriptor: Int32

  /// Opens the part, or makes it, readable by its owner only. Refuses one that is not a file of the
  /// user's own, and one that another command is filling.
  init(_ path: String) throws {
    self.path = path
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.fault(path) }
    var state = stat()
    let isOwn =
      fstat(file, &state) == 0 && state.st_mode & S_IFMT == S_IFREG && state.st_nlink == 1
      && state.st_uid == geteuid()
    guard isOwn, flock(file, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(file)
      throw PrivateFile.Fault(path: path, reason: "in use, or not a file of yours")
    }
    descriptor = file
  }

  deinit { Glibc.close(descriptor) }

  /// Reads on, at most so many bytes; none at the end.
  func read(_ count: Int) throws -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: min(count, ExhibitUpload.chunkBytes))
    while true {
      let taken = Glibc.read(descriptor, &piece, piece.count)
      if taken >= 0 { return Array(piece[..<taken]) }
      guard errno == EINTR else { throw Self.fault(path) }
    }
  }

  /// Adds bytes where it was read or written last.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Self.fault(path)
      }
    }
  }

  /// Goes to the end and answers where that is.
  func seekEnd() throws -> Int64 {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else { throw Self.fault(path) }
    return Int64(end)
  }

  /// Throws away what is in it.
  func empty() throws {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw Self.fault(path)
    }
  }

  func remove() { unlink(path) }

  /// Waits until its bytes are on the disk.
  func sync() throws {
    guard fsync(descriptor) == 0 else { throw Self.fault(path) }
  }

  static func fault(_ path: String) -> PrivateFile.Fault {
    PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
  }
}
