/// Why a connection ended.
enum ConnectionFault: Error, CustomStringConvertible {
  /// The peer closed it, or it was closed after everything was said.
  case closed

  /// The socket failed, or the peer does not speak HTTP/2.
  case broken(String)

  /// A timer of ours ran out.
  case timedOut(String)

  /// The peer is not who it must be.
  case untrusted(PeerIdentityError)

  /// We were told to stop at once.
  case aborted

  var description: String {
    switch self {
    case .closed: "the connection was closed"
    case .broken(let reason): reason
    case .timedOut(let what): "\(what) timed out"
    case .untrusted(let error): error.description
    case .aborted: "the transport was stopped"
    }
  }
}
