import Glibc

/// Name look-up. Blocks, so it is called from a thread of its own and never from a loop.
enum Resolver {
  /// Looks up the addresses of a host.
  ///
  /// Refuses an unknown name with the resolver's own words.
  static func resolve(host: String, port: Int) throws -> [ResolvedAddress] {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &list)
    guard code == 0 else {
      throw ResolutionError(host: host, reason: String(cString: gai_strerror(code)))
    }
    defer { freeaddrinfo(list) }
    var addresses: [ResolvedAddress] = []
    var next = list
    while let entry = next?.pointee {
      if let pointer = entry.ai_addr, Int(entry.ai_addrlen) <= MemoryLayout<sockaddr_storage>.size {
        var storage = sockaddr_storage()
        memcpy(&storage, pointer, Int(entry.ai_addrlen))
        addresses.append(ResolvedAddress(storage: storage, length: entry.ai_addrlen))
      }
      next = entry.ai_next
    }
    return addresses
  }

  /// The same on a thread of its own.
  static func resolve(host: String, port: Int) async throws -> [ResolvedAddress] {
    try await withCheckedThrowingContinuation { continuation in
      do {
        try Thread.start {
          continuation.resume(with: Result { try resolve(host: host, port: port) })
        }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }
}
