import Foundation

/// The few file operations that durability rests on, each one failing loudly.
enum FileSystem {
  /// A call that failed: its name and errno, never a path.
  struct Failure: Error {
    let call: String
    let code: Int32
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Letters, digits and hyphens: nothing that could lead out of a directory.
  static func isPlainName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        ($0 >= 97 && $0 <= 122) || ($0 >= 65 && $0 <= 90) || ($0 >= 48 && $0 <= 57) || $0 == 45
      }
  }

  /// Makes a directory for the owner alone; one that is there already is fine.
  static func makeDirectory(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir") }
  }

  /// Writes a whole file under its final name at once, synced before it gets that name. The
  /// directory is the caller's to sync.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
    let draft = path + ".new"
    unlink(draft)
    let file = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure("open") }
    defer { FileSystem.close(file) }
    try write(bytes, to: file, at: 0)
    guard fsync(file) == 0 else { throw failure("fsync") }
    guard rename(draft, path) == 0 else { throw failure("rename") }
  }

  /// Writes all bytes at an offset.
  static func write(_ bytes: [UInt8], to file: Int32, at offset: Int64) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        pwrite(file, all.baseAddress?.advanced(by: done), bytes.count - done, Int(offset) + done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("pwrite") }
      done += count
    }
  }

  /// Reads up to `count` bytes at an offset; fewer only at the end of the file.
  static func read(_ file: Int32, at offset: Int64, count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { all in
        pread(file, all.baseAddress?.advanced(by: done), count - done, Int(offset) + done)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure("pread") }
      if got == 0 { break }
      done += got
    }
    return done == count ? bytes : Array(bytes.prefix(done))
  }

  /// Makes the names in a directory durable.
  static func sync(directory path: String) throws {
    let directory = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw failure("open") }
    defer { FileSystem.close(directory) }
    guard fsync(directory) == 0 else { throw failure("fsync") }
  }

  /// Makes the bytes of a file durable.
  static func sync(file path: String) throws {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("open") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure("fsync") }
  }

  /// All bytes of a small file, at most `max`.
  static func readAll(_ path: String, max: Int) throws -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("open") }
    defer { close(file) }
    return try read(file, at: 0, count: Swift.min(max, Int(size(path) ?? 0)))
  }

  /// The size of a file; nil when there is none.
  static func size(_ path: String) -> Int64? {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : nil
  }

  /// The names in a directory, in no order.
  static func names(in path: String) throws -> [String] {
    guard let directory = opendir(path) else { throw failure("opendir") }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func close(_ file: Int32) { _ = Glibc.close(file) }

  /// Does what takes room on the disk; where none is left, the failure says so.
  static func makingRoom<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as Failure where [ENOSPC, EDQUOT, EFBIG].contains(failure.code) {
      throw JournalFault.full
    }
  }

  static func failure(_ call: String) -> Failure { Failure(call: call, code: errno) }
}
