import Glibc

/// A bundle on its way down. It gets its name once it is whole, and is readable by its owner only.
package struct ReceivedBundle: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Takes all bytes and answers what the server says the bundle is. A connection that breaks leaves
  /// nothing behind: a bundle of a later moment would not go on where this one stopped.
  package func receive(
    _ request: PlainValue, through channel: any ServiceChannel
  ) async throws -> PlainValue {
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.fault(temporary) }
    do {
      let bundle = try await takeAll(request, through: channel, into: descriptor)
      guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.fault(path) }
      Glibc.close(descriptor)
      return bundle
    } catch {
      Glibc.close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  private func takeAll(
    _ request: PlainValue, through channel: any ServiceChannel, into descriptor: Int32
  ) async throws -> PlainValue {
    var offset: Int64 = 0
    var bundle: PlainValue?
    try await channel.exportBundle(request) { piece in
      guard piece.offset == offset else {
        throw ServiceRefusal(code: .dataLoss, message: "A piece of the bundle is missing.")
      }
      bundle = bundle ?? piece.bundle
      try ReceivedFile.write(piece.bytes, to: descriptor, path: path)
      offset += Int64(piece.bytes.count)
    }
    guard let bundle, bundle.integer("sizeBytes") == offset else {
      throw ServiceRefusal(code: .dataLoss, message: "The bundle came incomplete.")
    }
    return bundle
  }

  private static func fault(_ path: String) -> PrivateFile.Fault {
    PrivateFile.Fault(path: path, reason: String(cString: strerror(errno)))
  }
}
