import Glibc
import ParleyClient
import TerminalKit

/// A folder of this command's own for what is on its way, readable by nobody else.
final class ImportFolder {
  private let path: String

  /// What standard input may hold: what one exhibit may.
  private static let inputBytesMax = 256 << 20

  init() throws(CommandFailure) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((place + "/parley-import-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(.failed, "No folder can be made in \(place).")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink(path + "/" + name) }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  /// The path of a file in it.
  func path(_ name: String) -> String { path + "/" + name }

  /// Adds bytes to a file in it.
  func append(_ bytes: [UInt8], to name: String) throws(CommandFailure) {
    let file = open(path(name), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.full }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.full }
      done += count
    }
  }

  /// Keeps standard input in a file.
  func keep(_ input: TerminalInput, as name: String) throws(CommandFailure) {
    var piece: [UInt8] = []
    var total = 0
    try append([], to: name)
    while let byte = input.readByte() {
      piece.append(byte)
      guard piece.count >= 64 << 10 else { continue }
      total += piece.count
      guard total <= Self.inputBytesMax else {
        throw .usage("Standard input holds more than \(Self.inputBytesMax) bytes.")
      }
      try append(piece, to: name)
      piece.removeAll(keepingCapacity: true)
    }
    try append(piece, to: name)
  }

  /// Puts a stretch of a file into a file of its own.
  func cut(_ file: SourceFile, from start: Int64, count: Int64, as name: String) throws {
    try append([], to: name)
    var offset = start
    while offset < start + count {
      let wanted = Int(min(Int64(ExhibitUpload.chunkBytes), start + count - offset))
      let piece = try file.bytes(from: offset, count: wanted)
      guard !piece.isEmpty else { return }
      try append(piece, to: name)
      offset += Int64(piece.count)
    }
  }

  private static var full: CommandFailure {
    CommandFailure(.failed, "What was read cannot be put down: the disk may be full.")
  }
}
