/// A transport was asked for something it will not do.
public enum TransportConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Cleartext is only for addresses of this machine's loopback network.
  case cleartextBeyondLoopback(address: String)

  /// The host has no address of a kind the transport can use.
  case noUsableAddress(host: String)

  public var description: String {
    switch self {
    case .cleartextBeyondLoopback(let address):
      "cleartext is allowed on loopback addresses only, and \(address) is not one; use TLS"
    case .noUsableAddress(let host):
      "\(host) has no address that can be used"
    }
  }
}
