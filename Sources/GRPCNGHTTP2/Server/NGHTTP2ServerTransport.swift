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

  private let host: String
  private let port: Int
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
    self.host = host
    self.port = port
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
    state.withLock { $0.methods = MethodTable(context.methods) }
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
    let addresses = try await Resolver.resolve(host: host, port: port)
    guard let resolved = addresses.first, let address = resolved.address else {
      throw TransportConfigurationError.noUsableAddress(host: host)
    }
    var tls: TLSContext?
    switch security {
    case .tls(let certificate, let key):
      tls = try TLSContext(certificateChainFile: certificate, privateKeyFile: key)
    case .cleartextOnLoopback:
      guard address.isLoopback else {
        throw TransportConfigurationError.cleartextBeyondLoopback(address: address.host)
      }
    }
    return try ServerListener(
      address: resolved, configuration: configuration, tls: tls,
      methods: state.withLock { $0.methods }, handler: handler)
  }
}
