import Glibc
import OpenSSLKit

/// A file on its way down: it gets its name only once all its bytes fit the hash. Until then it lies
/// beside it as a part, from which the same command run again goes on.
package struct ReceivedFile: Sendable {
  /// How often in a row a broken download is taken up again without a byte more having come.
  private static let triesMax = 8
  private static let pauseMillisecondsMax = 10_000

  package let path: String
  private let sha256: String
  private let progress: @Sendable (Int64) -> Void

  /// - Parameters:
  ///   - sha256: what the exhibit was filed with, in hexadecimal.
  ///   - progress: told how many bytes are here in all.
  package init(
    path: String, sha256: String, progress: @escaping @Sendable (Int64) -> Void = { _ in }
  ) {
    self.path = path
    self.sha256 = sha256.lowercased()
    self.progress = progress
  }

  /// Where the bytes lie until they are all there: of the same exhibit always the same.
  package var partPath: String { "\(path).\(sha256.prefix(12)).part" }

  /// A file name from somebody else made harmless: its last part, without controls, never hidden.
  package static func safeName(_ name: String, fallback: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let plain = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let safe = String(String.UnicodeScalarView(plain).drop { $0 == "." || $0 == "-" })
    return safe.isEmpty ? fallback : safe
  }

  /// Takes all bytes, going on where a connection or an earlier command broke off, and renames the
  /// file in place. Throws `ServiceRefusal` with code `dataLoss` where the bytes are not those that
  /// were filed; nothing is left behind then. Any other failure leaves the part.
  package func receive(_ exhibit: String, through channel: any ServiceChannel) async throws {
    let descriptor = try openPart()
    defer { Glibc.close(descriptor) }
    let hasher = SHA256Hasher()
    do {
      let start = try hashPart(descriptor, hasher)
      if start > 0 { progress(start) }
      try await takeAll(exhibit, through: channel, into: descriptor, hasher, from: start)
      guard hasher.finish().hex == sha256 else {
        throw ServiceRefusal(
          code: .dataLoss, message: "The bytes received are not those that were filed.")
      }
    } catch let refusal as ServiceRefusal {
      if [.dataLoss, .outOfRange].contains(refusal.code) { unlink(partPath) }
      throw refusal
    }
    guard fsync(descriptor) == 0, rename(partPath, path) == 0 else { throw Self.fault(path) }
  }

  /// Opens the part for this command alone. Refuses one that is not a file of the user's own.
  private func openPart() throws -> Int32 {
    let file = open(partPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.fault(partPath) }
    var state = stat()
    let isOwn =
      fstat(file, &state) == 0 && state.st_mode & S_IFMT == S_IFREG && state.st_nlink == 1
      && state.st_uid == geteuid()
    guard isOwn, flock(file, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(file)
      throw PrivateFile.Fault(path: partPath, reason: "in use, or not a file of yours")
    }
    return file
  }

  /// Reads what is there from before, and answers how much it is.
  private func hashPart(_ file: Int32, _ hasher: SHA256Hasher) throws -> Int64 {
    var piece = [UInt8](repeating: 0, count: ExhibitUpload.chunkBytes)
    var total: Int64 = 0
    while true {
      let count = read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.fault(partPath) }
      if count == 0 { return total }
      hasher.update(Array(piece[..<count]))
      total += Int64(count)
    }
  }

  private func takeAll(
    _ exhibit: String, through channel: any ServiceChannel, into descriptor: Int32,
    _ hasher: SHA256Hasher, from start: Int64
  ) async throws {
    var offset = start
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
          if !piece.bytes.isEmpty { tries = 0 }
          progress(offset)
        }
        return
      } catch let refusal as ServiceRefusal where refusal.code == .unavailable {
        guard tries < Self.triesMax else { throw refusal }
        try await Task.sleep(
          for: .milliseconds(min(250 << tries, Self.pauseMillisecondsMax)))
        tries += 1
      }
    }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw fault(path)
      }
    }
  }

  private static func fault(_ path: String) -> PrivateFile.Fault {
    PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
  }
}
