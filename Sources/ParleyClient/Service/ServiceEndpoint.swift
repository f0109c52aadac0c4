/// Where a server is, why it is believed to be it, and who is calling.
package struct ServiceEndpoint: Hashable, Sendable {
  package let host: String
  package let port: Int
  package let trust: ServerTrust
  /// Nil before sign-in.
  package let token: String?

  /// The port of a server where none is named.
  package static let portDefault = 8443

  /// Reads `host`, `host:port`, `[::1]:8443`, `https://` in front or not. Answers nil for
  /// anything else, and for cleartext to a host that is not this machine: tokens would travel
  /// readable.
  package init?(address: String, trust: ServerTrust, token: String?) {
    var rest = Substring(address)
    if rest.hasPrefix("https://") { rest = rest.dropFirst(8) }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let host: Substring
    var port = Substring(String(Self.portDefault))
    if rest.hasPrefix("["), let close = rest.firstIndex(of: "]") {
      host = rest[rest.index(after: rest.startIndex)..<close]
      let tail = rest[rest.index(after: close)...]
      if tail.hasPrefix(":") {
        port = tail.dropFirst()
      } else if !tail.isEmpty {
        return nil
      }
    } else {
      let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count) else { return nil }
      host = parts[0]
      if parts.count == 2 { port = parts[1] }
    }
    guard !host.isEmpty, !host.contains(where: { $0 == "/" || $0 == " " || $0 == "@" }),
      let number = Int(port), (1...65_535).contains(number)
    else { return nil }
    self.host = String(host)
    self.port = number
    self.trust = trust
    self.token = token
    if trust == .cleartext, !isLoopback { return nil }
  }

  /// Host and port: what sessions are keyed by.
  package var server: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Whether the server is on this machine.
  package var isLoopback: Bool {
    if host == "localhost" || host == "::1" { return true }
    let octets = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return octets.count == 4 && octets[0] == 127 && !octets.contains(nil)
  }
}
