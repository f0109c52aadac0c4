import Glibc

/// A numeric IPv4 or IPv6 address with a port.
public struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
  /// Numeric form, without brackets.
  public let host: String

  /// 0...65535.
  public let port: Int

  /// Whether the address belongs to this machine's loopback network (127.0.0.0/8 or ::1).
  public let isLoopback: Bool

  private let isIPv6: Bool

  /// Reads an address out of what the kernel filled in; `nil` for families other than IP.
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
      isIPv6 = false
    case AF_INET6:
      let (text, port) = withUnsafeBytes(of: &storage) { raw in
        let address = raw.load(as: sockaddr_in6.self)
        var bytes = address.sin6_addr
        return (Self.text(AF_INET6, &bytes), UInt16(bigEndian: address.sin6_port))
      }
      host = text
      self.port = Int(port)
      isLoopback = text == "::1"
      isIPv6 = true
    default:
      return nil
    }
  }

  /// `127.0.0.1:8443` or `[::1]:8443`.
  public var description: String {
    isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// The form used for peers in RPC contexts: `ipv4:127.0.0.1:8443` or `ipv6:[::1]:8443`.
  var peerName: String {
    (isIPv6 ? "ipv6:" : "ipv4:") + description
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
