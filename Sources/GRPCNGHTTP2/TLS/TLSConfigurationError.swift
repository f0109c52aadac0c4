/// TLS cannot be set up from what was given.
public enum TLSConfigurationError: Error, Sendable, CustomStringConvertible {
  case certificate(file: String, reason: String)
  case privateKey(file: String, reason: String)
  case keyMismatch(certificate: String, key: String)
  case authorities(file: String, reason: String)
  case library(reason: String)

  public var description: String {
    switch self {
    case .certificate(let file, let reason): "cannot use the certificate \(file): \(reason)"
    case .privateKey(let file, let reason): "cannot use the private key \(file): \(reason)"
    case .keyMismatch(let certificate, let key):
      "the private key \(key) does not belong to the certificate \(certificate)"
    case .authorities(let file, let reason): "cannot use the authorities in \(file): \(reason)"
    case .library(let reason): "cannot set up TLS: \(reason)"
    }
  }
}
