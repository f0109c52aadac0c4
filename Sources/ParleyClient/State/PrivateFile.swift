import Glibc

/// A file that only its owner may read, replaced as a whole so that a crash leaves the old or the
/// new text and never half of one.
package struct PrivateFile: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// What the system refused, for the user: which file and why.
  package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String { "\(path): \(reason)" }
  }

  /// The bytes; nil where there is no such file. Throws where it cannot be read.
  package func read() throws(Fault) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw fault()
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count > 0 {
        bytes += piece[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw fault()
      }
    }
  }

  /// Whether there is such a file; large ones are not read to find out.
  package func exists() throws(Fault) -> Bool {
    if access(path, F_OK) == 0 { return true }
    if errno == ENOENT { return false }
    throw fault()
  }

  /// Replaces the file by these bytes, with mode 0600, and waits until they are on the disk. The
  /// directories above are made where missing, with mode 0700. Throws where the system refuses;
  /// the old file is then still there.
  package func write(_ bytes: [UInt8]) throws(Fault) {
    try makeDirectories()
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault() }
    let isWritten =
      fchmod(descriptor, 0o600) == 0 && Self.writeAll(bytes, to: descriptor)
      && fsync(descriptor) == 0
    let written = isWritten ? nil : fault()
    close(descriptor)
    if let written {
      unlink(temporary)
      throw written
    }
    guard rename(temporary, path) == 0 else { throw fault() }
  }

  /// Adds one line at the end, in one write.
  package func append(line: String) throws(Fault) {
    try makeDirectories()
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    guard Self.writeAll(Array((line + "\n").utf8), to: descriptor) else { throw fault() }
  }

  /// Removes the file; one that is not there is as good as removed.
  package func remove() throws(Fault) {
    if unlink(path) != 0, errno != ENOENT { throw fault() }
  }

  /// Runs `body` while no other process holds the same lock, so that two commands at once do not
  /// undo each other's changes.
  package func locked<Answer>(_ body: () throws -> Answer) throws -> Answer {
    try makeDirectories()
    let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { throw fault() }
    }
    return try body()
  }

  private func makeDirectories() throws(Fault) {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var directory = ""
    for step in steps {
      directory += (directory.isEmpty && !path.hasPrefix("/") ? "" : "/") + step
      if step.isEmpty {
        directory = ""
      } else if mkdir(directory, 0o700) != 0, errno != EEXIST {
        throw fault()
      }
    }
  }

  private func fault() -> Fault {
    Fault(path: path, reason: String(cString: strerror(errno)))
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
