import Glibc
import OpenSSLKit

/// A file that is to be sent, measured and hashed before its first byte goes out.
package struct SourceFile: Hashable, Sendable {
  package let path: String
  package let byteCount: Int64
  /// 64 hexadecimal digits.
  package let sha256: String

  /// Reads the whole file once. Throws where it cannot be read or is not a file.
  package init(path: String) throws(PrivateFile.Fault) {
    self.path = path
    let hasher = SHA256Hasher()
    var count: Int64 = 0
    try Self.read(path, from: 0) { piece in
      hasher.update(piece)
      count += Int64(piece.count)
      return true
    }
    byteCount = count
    sha256 = hasher.finish().hex
  }

  /// The file's own name.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// At most `count` bytes from an offset on; fewer at the end. Throws where the file cannot be
  /// read.
  package func bytes(from offset: Int64, count: Int) throws(PrivateFile.Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    try Self.read(path, from: offset) { piece in
      bytes += piece.prefix(count - bytes.count)
      return bytes.count < count
    }
    return bytes
  }

  /// Hands over the file piece by piece until its end or until `take` answers false.
  private static func read(
    _ path: String, from offset: Int64, _ take: ([UInt8]) -> Bool
  ) throws(PrivateFile.Fault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path) }
    defer { close(descriptor) }
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw fault(path) }
    var piece = [UInt8](repeating: 0, count: ExhibitUpload.chunkBytes)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count > 0 {
        guard take(Array(piece[..<count])) else { return }
      } else if count == 0 {
        return
      } else if errno != EINTR {
        throw fault(path)
      }
    }
  }

  private static func fault(_ path: String) -> PrivateFile.Fault {
    PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
  }
}
