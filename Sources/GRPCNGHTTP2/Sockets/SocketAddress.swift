import Glibc

/// A numeric IPv4 or IPv6 address with a port, or the path of a unix socket.
public struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
  private enum Family { case ipv4, ipv6, unix }

  /// Numeric form without brackets; of a unix socket, its path.
  public let host: String

  /// 0...65535; 0 for unix sockets.
  public let port: Int

  /// Whether only this machine reaches the address: 127.0.0.0/8, ::1, unix sockets.
  public let isLoopback: Bool

  /// Whether it stands for all addresses of the machine.
  let isUnspecified: Bool

  private let family: Family

  /// Reads an address out of what the kernel filled in; `nil` for families other than IP and unix.
  init?(_ storage: sockaddr_storage) {
    var storage = storage
    switch Int32(storage.ss_family) {
    case AF_INET:
      let (text, port, first) = withUnsafeBytes(of: &storage) { raw in
        let address = raw.load(as: sockaddr_in.self)
        var bytes = address.sin_addr
        let first = withUnsafeBytes(of: address.sin_addr) { $0[0] }
        return (Self.text(AF_INET, &bytes), UInt16(bigEndian: address.sin_port), first)
      }
      host = text
      self.port = Int(port)
      isLoopback = first == 127
      isUnspecified = text == "0.0.0.0"
      family = .ipv4
    case AF_INET6:
      let (text, port) = withUnsafeBytes(of: &storage) { raw in
        let address = raw.load(as: sockaddr_in6.self)
        var bytes = address.sin6_addr
        return (Self.text(AF_INET6, &bytes), UInt16(bigEndian: address.sin6_port))
      }
      host = text
      self.port = Int(port)
      isLoopback = text == "::1"
      isUnspecified = text == "::"
      family = .ipv6
    case AF_UNIX:
      let offset = MemoryLayout<sockaddr_un>.offset(of: \sockaddr_un.sun_path) ?? 2
      host = withUnsafeBytes(of: &storage) { raw in
        String(decoding: raw[offset...].prefix { $0 != 0 }, as: UTF8.self)
      }
      port = 0
      isLoopback = true
      isUnspecified = false
      family = .unix
    default:
      return nil
    }
  }

  /// `127.0.0.1:8443`, `[::1]:8443` or the path.
  public var description: String {
    switch family {
    case .ipv4: "\(host):\(port)"
    case .ipv6: "[\(host)]:\(port)"
    case .unix: host
    }
  }

  /// The form used for peers in RPC contexts: `ipv4:127.0.0.1:8443`, `ipv6:[::1]:8443`, `unix:/path`.
  var peerName: String {
    switch family {
    case .ipv4: "ipv4:" + description
    case .ipv6: "ipv6:" + description
    case .unix: "unix:" + host
    }
  }

  /// The path of a unix socket.
  var path: String? { family == .unix ? host : nil }

  /// What one host has for itself: the address, in IPv6 its /64; `nil` for unix sockets.
  var networkName: String? {
    switch family {
    case .ipv4: return host
    case .ipv6:
      var bytes = in6_addr()
      guard inet_pton(AF_INET6, host, &bytes) == 1 else { return host }
      return withUnsafeBytes(of: bytes) { $0.prefix(8).map { String($0, radix: 16) } }
        .joined(separator: ":")
    case .unix: return nil
    }
  }

  private static func text(_ family: Int32, _ address: UnsafeRawPointer) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
      guard let base = buffer.baseAddress,
        inet_ntop(family, address, base, socklen_t(buffer.count)) != nil
      else { return "" }
      return String(cString: base)
    }
  }
}
