/// Whether a listener asks its clients for certificates.
public enum ClientVerification: Sendable, Hashable {
  /// Clients are not asked.
  case none

  /// Clients may show a certificate; one that no authority in this PEM file vouches for ends the
  /// handshake.
  case optional(authoritiesFile: String)

  /// Clients must show a certificate that an authority in this PEM file vouches for.
  case required(authoritiesFile: String)

  var authoritiesFile: String? {
    switch self {
    case .none: nil
    case .optional(let file), .required(let file): file
    }
  }
}
