import Glibc
import OpenSSLKit

/// A file on its way down: it gets its name only once all its bytes fit the hash. Until then it lies
/// beside it as a part, from which the same command run again goes on.
package struct ReceivedFile: Sendable {
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
    let part = try PartFile(partPath)
    let hasher = SHA256Hasher()
    do {
      let start = try hashPart(part, hasher)
      if start > 0 { progress(start) }
      try await takeAll(exhibit, through: channel, into: part, hasher, from: start)
      guard hasher.finish().hex == sha256 else {
        throw ServiceRefusal(
          code: .dataLoss, message: "The bytes received are not those that were filed.")
      }
    } catch let refusal as ServiceRefusal {
      if [.dataLoss, .outOfRange].contains(refusal.code) { part.remove() }
      throw refusal
    }
    try part.sync()
    guard rename(partPath, path) == 0 else { throw PartFile.fault(path) }
  }

  /// Reads what is there from before, and answers how much it is.
  private func hashPart(_ part: PartFile, _ hasher: SHA256Hasher) throws -> Int64 {
    var total: Int64 = 0
    while true {
      let piece = try part.read(ExhibitUpload.chunkBytes)
      if piece.isEmpty { return total }
      hasher.update(piece)
      total += Int64(piece.count)
    }
  }

  private func takeAll(
    _ exhibit: String, through channel: any ServiceChannel, into part: PartFile,
    _ hasher: SHA256Hasher, from start: Int64
  ) async throws {
    var offset = start
    var tries = TransferTries()
    while true {
      do {
        try await channel.download(exhibit, from: offset) { piece in
          guard piece.offset == offset else {
            throw ServiceRefusal(code: .dataLoss, message: "A piece of the exhibit is missing.")
          }
          try part.write(piece.bytes)
          hasher.update(piece.bytes)
          offset += Int64(piece.bytes.count)
          if !piece.bytes.isEmpty { tries.count = 0 }
          progress(offset)
        }
        return
      } catch let refusal as ServiceRefusal where refusal.code == .unavailable {
        guard !tries.areSpent else { throw refusal }
        try await tries.pause()
        tries.count += 1
      }
    }
  }
}
