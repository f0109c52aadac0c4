/// Where a connection came from and where it arrived.
struct ConnectionOrigin: Sendable {
  /// The peers as RPC contexts name them.
  let remotePeer: String
  let localPeer: String

  /// What the limit of connections per address goes by; `nil` on unix sockets.
  let address: String?

  init(remote: SocketAddress?, local: SocketAddress) {
    // The far end of a unix socket mostly has no name of its own.
    remotePeer = remote.flatMap { $0.host.isEmpty ? nil : $0.peerName } ?? local.peerName
    localPeer = local.peerName
    address = remote?.networkName
  }
}
