import Glibc

/// One result of a name look-up, ready for `bind` or `connect`.
struct ResolvedAddress: Sendable {
  var storage: sockaddr_storage
  let length: socklen_t

  var address: SocketAddress? { SocketAddress(storage) }

  /// Calls `body` with the address in the form socket calls take.
  func withSockaddr<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}
