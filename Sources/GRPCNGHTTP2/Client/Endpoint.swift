/// A host and a port to connect to.
public struct Endpoint: Hashable, Sendable {
  /// Name or numeric address.
  public let host: String

  /// 1...65535.
  public let port: Int

  /// - Parameters:
  ///   - host: name or numeric address; a name stands for all its addresses.
  ///   - port: 1...65535.
  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }
}

/// Where a client connects.
enum ClientPlace: Sendable {
  /// The same service at each of these, in the order of preference; at least one.
  case network([Endpoint])
  case unixSocket(String)
}
