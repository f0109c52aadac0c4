import Glibc
import OpenSSLKit

/// A file on its way down: it gets its name only once all its bytes fit the hash.
package struct ReceivedFile: Sendable {
  /// How often a broken download is taken up again.
  private static let resumesMax = 5

  package let path: String
  private let sha256: String

  /// `sha256` is what the exhibit was filed with, in hexadecimal.
  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  /// A file name from somebody else made harmless: its last part, without controls, never hidden.
  package static func safeName(_ name: String, fallback: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let plain = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let safe = String(String.UnicodeScalarView(plain).drop { $0 == "." || $0 == "-" })
    return safe.isEmpty ? fallback : safe
  }

  /// Takes all bytes, going on where a connection broke, and renames the file in place. Throws
  /// `ServiceRefusal` with code `dataLoss` where the bytes are not those that were filed; nothing
  /// is left behind then.
  package func receive(_ exhibit: String, through channel: any ServiceChannel) async throws {
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw PrivateFile.Fault(path: temporary, reason: String(cString: strerror(errno)))
    }
    let hasher = SHA256Hasher()
    do {
      try await takeAll(exhibit, through: channel, into: descriptor, hasher)
      guard fsync(descriptor) == 0, hasher.finish().hex == sha256.lowercased() else {
        throw ServiceRefusal(
          code: .dataLoss, message: "The bytes received are not those that were filed.")
      }
      guard rename(temporary, path) == 0 else {
        throw PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
      }
      Glibc.close(descriptor)
    } catch {
      Glibc.close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  private func takeAll(
    _ exhibit: String, through channel: any ServiceChannel, into descriptor: Int32,
    _ hasher: SHA256Hasher
  ) async throws {
    var offset: Int64 = 0
    var tries = 0
    while true {
      do {
        try await channel.download(exhibit, from: offset) { piece in
          guard piece.offset == offset else {
            throw ServiceRefusal(code: .dataLoss, message: "A piece of the exhibit is missing.")
          }
          try Self.write(piece.bytes, to: descriptor, path: path)
          hasher.update(piece.bytes)
          offset += Int64(piece.bytes.count)
          tries = 0
        }
        return
      } catch let refusal as ServiceRefusal where refusal.code == .unavailable {
        tries += 1
        guard tries <= Self.resumesMax else { throw refusal }
        try await Task.sleep(for: .milliseconds(250 << tries))
      }
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }
}
