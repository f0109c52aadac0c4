public import GRPCCore
import Glibc
import Synchronization

/// A gRPC server transport: HTTP/2 by nghttp2, TLS by OpenSSL, on epoll loops of its own.
///
/// The transport owns deadlines: it reads `grpc-timeout`, ends the RPC with DEADLINE_EXCEEDED when
/// it is over, and keeps the header from GRPCCore. The cancellation handle of an RPC is set when the
/// client resets it, the connection is lost, the deadline passes, or a graceful shutdown begins; in
/// the last case the RPC may still finish normally.
public final class NGHTTP2ServerTransport: ServerTransport {
  /// Messages are plain byte arrays.
  public typealias Bytes = [UInt8]

  /// What was refused or ended, and how much is going on.
  public var counters: ServerCounters { configuration.counters }

  private let place: Place
  private let security: ServerSecurity
  private let configuration: ServerConfiguration
  private let state = Mutex(ServerState())

  /// Describes a listener; nothing is opened before ``listen(streamHandler:)``.
  ///
  /// - Parameters:
  ///   - host: numeric address or name to bind; the first address of a name is used.
  ///   - port: 0 for any free port, then see ``boundAddress``.
  ///   - security: TLS, or cleartext on loopback.
  ///   - configuration: loops, limits and timers.
  public init(
    host: String, port: Int, security: ServerSecurity,
    configuration: ServerConfiguration = ServerConfiguration()
  ) {
    place = .network(host: host, port: port)
    self.security = security
    self.configuration = configuration
  }

  /// Describes a listener on a unix socket, which only processes of this machine can reach. The file is
  /// made with access for its owner alone and removed at the end; one that a dead process left behind
  /// is replaced.
  ///
  /// - Parameters:
  ///   - path: where the socket is to be; at most 107 bytes.
  ///   - security: TLS, or cleartext.
  ///   - configuration: loops, limits and timers.
  public init(
    unixSocket path: String, security: ServerSecurity = .cleartextOnLoopback,
    configuration: ServerConfiguration = ServerConfiguration()
  ) {
    place = .unixSocket(path)
    self.security = security
    self.configuration = configuration
  }

  /// The address the transport listens on; waits until it does.
  ///
  /// Refuses when listening failed or the transport was shut down before.
  public var boundAddress: SocketAddress {
    get async throws {
      try await withCheckedThrowingContinuation { continuation in
        state.withLock { $0.addWaiter(continuation) }
      }
    }
  }

  /// Learns the registered methods, so that unary responses can be sent in one piece.
  public func configure(context: GRPCServerContext) {
    state.withLock { $0.methods = context.methods }
  }

  /// Reads the certificate files again; open connections keep theirs. Without a call that happens once
  /// a minute if they have changed.
  ///
  /// Refuses files that cannot be used; then everything stays as it was. Does nothing in cleartext and
  /// while the transport does not listen.
  public func reloadCertificate() throws {
    try state.withLock { $0.identity }?.reload()
  }

  /// Listens, and returns when a graceful shutdown has finished. Cancelling the task closes all
  /// connections and cancels the tasks of their RPCs; it returns when their handlers have.
  ///
  /// Refuses a second call, an address that cannot be bound, cleartext beyond loopback, and unusable
  /// certificates.
  public func listen(
    streamHandler:
      @escaping @Sendable (
        _ stream: RPCStream<Inbound, Outbound>,
        _ context: ServerContext
      ) async -> Void
  ) async throws {
    _ = Socket.ignoreBrokenPipe
    guard try state.withLock({ try $0.begin() }) else { return }
    do {
      let listener = try await open(streamHandler)
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          state.withLock { $0.run(listener, until: continuation) }
        }
      } onCancel: {
        state.withLock { $0.abort() }
      }
      listener.stopLoops()
      state.withLock { $0.finish(.success(())) }
    } catch {
      state.withLock { $0.finish(.failure(error)) }
      throw error
    }
  }

  /// Stops accepting connections and streams; open RPCs finish. Returns at once; a repeat does
  /// nothing.
  public func beginGracefulShutdown() {
    state.withLock { $0.beginGracefulShutdown() }
  }

  private func open(_ handler: @escaping ServerWorker.Handler) async throws -> ServerListener {
    let resolved = try await place.resolve()
    var identity: ServerIdentity?
    switch security {
    case .tls(let certificate, let key, let clients):
      identity = try ServerIdentity(
        certificateChainFile: certificate, privateKeyFile: key, clients: clients)
    case .cleartextOnLoopback:
      guard let address = resolved.address, address.isLoopback else {
        throw TransportConfigurationError.cleartextBeyondLoopback(
          address: resolved.address?.host ?? "the address")
      }
    }
    let methods = state.withLock { state in
      state.identity = identity
      return state.methods
    }
    let plan = ServerPlan(
      configuration: configuration, identity: identity,
      methods: MethodTable(methods, fast: configuration.fastMethods), counters: counters)
    return try ServerListener(address: resolved, plan: plan, handler: handler)
  }
}
