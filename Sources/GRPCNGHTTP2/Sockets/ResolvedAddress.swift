import Glibc

/// One address, ready for `bind` or `connect`.
struct ResolvedAddress: Sendable {
  var storage: sockaddr_storage
  let length: socklen_t

  var address: SocketAddress? { SocketAddress(storage) }

  init(storage: sockaddr_storage, length: socklen_t) {
    self.storage = storage
    self.length = length
  }

  /// The address of a unix socket.
  ///
  /// Refuses an empty path and one that does not fit.
  init(unixSocket path: String) throws {
    let bytes = Array(path.utf8)
    let offset = MemoryLayout<sockaddr_un>.offset(of: \sockaddr_un.sun_path) ?? 2
    guard !bytes.isEmpty, !bytes.contains(0), bytes.count < Limits.unixPathBytesMax else {
      throw TransportConfigurationError.noUsableAddress(host: "unix:\(path)")
    }
    storage = sockaddr_storage()
    storage.ss_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &storage) { target in
      for (index, byte) in bytes.enumerated() { target[offset + index] = byte }
    }
    length = socklen_t(offset + bytes.count + 1)
  }

  /// Calls `body` with the address in the form socket calls take.
  func withSockaddr<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}
