public import GRPCCore

/// A gRPC client transport: one HTTP/2 connection to one target, by nghttp2 and OpenSSL.
///
/// The connection is opened when a call needs it and kept, to the first of the target's addresses that
/// serves. When all fail, further attempts wait 1 s, growing to 2 minutes; meanwhile calls fail with
/// UNAVAILABLE unless they wait for ready. When the server says goodbye, new calls go to a new
/// connection while old ones finish. Calls beyond the number of streams the server allows wait for
/// one. A server that is not who it must be fails calls with FAILED_PRECONDITION and a
/// ``PeerIdentityError`` as cause.
///
/// A call that the server refused, or said goodbye before beginning, is sent once more by itself: the
/// server tells that it has not begun it (gRPC proposal A6). One that never left may be sent oftener.
/// Deadlines, other retries and hedging are GRPCCore's part.
public final class NGHTTP2ClientTransport: ClientTransport {
  /// Messages are plain byte arrays.
  public typealias Bytes = [UInt8]

  /// What GRPCCore asks before it retries.
  public let retryThrottle: RetryThrottle?

  private let channel: ClientChannel
  private let methods: [MethodConfig.Name: MethodConfig]

  /// Describes a target; nothing is opened before a call needs it.
  ///
  /// Refuses cleartext to anything but loopback, and authorities that cannot be read.
  ///
  /// - Parameters:
  ///   - host: name or numeric address.
  ///   - port: 1...65535.
  ///   - security: TLS with the way to verify the server, or cleartext on loopback.
  ///   - configuration: limits, timers and service configuration.
  public convenience init(
    host: String, port: Int, security: ClientSecurity,
    configuration: ClientConfiguration = ClientConfiguration()
  ) throws {
    try self.init(
      .network([Endpoint(host: host, port: port)]), security, configuration)
  }

  /// Describes a service that several endpoints offer; nothing is opened before a call needs it. The
  /// first that serves is used, and kept while it does. Another is tried at once when one cannot be
  /// reached or does not serve; calls fail, and attempts wait, only once all were tried.
  ///
  /// Refuses an empty list, and what the other initializers refuse.
  ///
  /// - Parameters:
  ///   - endpoints: in the order of preference; the first names the service to the server, and to TLS
  ///     unless that is given another name.
  ///   - security: TLS with the way to verify the server, or cleartext on loopback.
  ///   - configuration: limits, timers and service configuration.
  public convenience init(
    endpoints: [Endpoint], security: ClientSecurity,
    configuration: ClientConfiguration = ClientConfiguration()
  ) throws {
    try self.init(.network(endpoints), security, configuration)
  }

  /// Describes a target on a unix socket; nothing is opened before a call needs it.
  ///
  /// Refuses authorities that cannot be read.
  ///
  /// - Parameters:
  ///   - path: where the socket is.
  ///   - security: cleartext, or TLS with the way to verify the server, which is `localhost` unless a
  ///     name is given.
  ///   - configuration: limits, timers and service configuration.
  public convenience init(
    unixSocket path: String, security: ClientSecurity = .cleartextOnLoopback,
    configuration: ClientConfiguration = ClientConfiguration()
  ) throws {
    try self.init(.unixSocket(path), security, configuration)
  }

  private init(
    _ place: ClientPlace, _ security: ClientSecurity, _ configuration: ClientConfiguration
  ) throws {
    _ = Socket.ignoreBrokenPipe
    let target = try ClientTarget(place, security: security)
    let loop = try ClientLoop.shared.get()
    channel = ClientChannel(loop: loop, target: target, configuration: configuration)
    retryThrottle = configuration.serviceConfig.retryThrottling.map(RetryThrottle.init(policy:))
    var methods: [MethodConfig.Name: MethodConfig] = [:]
    for entry in configuration.serviceConfig.methodConfig {
      for name in entry.names { methods[name] = entry }
    }
    self.methods = methods
  }

  /// Fetches the certificate a server shows, without judging it, so that a person can be asked
  /// whether to trust it. Nothing is sent after the handshake.
  ///
  /// Refuses when the server cannot be reached or does not speak TLS.
  public static func probeCertificate(host: String, port: Int) async throws -> PeerCertificate {
    _ = Socket.ignoreBrokenPipe
    return try await withCheckedThrowingContinuation { continuation in
      do {
        try Thread.start {
          continuation.resume(
            with: Result { try CertificateProbe.probe(host: host, port: port) })
        }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }

  /// Serves calls until a graceful shutdown has finished. Cancelling the task closes the connection
  /// and fails open calls.
  ///
  /// Refuses a second call and a call after shutdown.
  public func connect() async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        channel.loop.execute { self.channel.run(continuation) }
      }
    } onCancel: {
      channel.loop.execute { self.channel.abort() }
    }
  }

  /// Refuses new calls; open ones finish. Returns at once; a repeat does nothing.
  public func beginGracefulShutdown() {
    channel.loop.execute { self.channel.beginGracefulShutdown() }
  }

  /// Runs a call on a stream of its own, which is reset afterwards unless it had ended.
  ///
  /// Refuses with FAILED_PRECONDITION after shutdown, with UNAVAILABLE when the server cannot be
  /// reached and the call does not wait for ready, with UNIMPLEMENTED a compression other than gzip.
  public func withStream<T: Sendable>(
    descriptor: MethodDescriptor,
    options: CallOptions,
    _ closure: (
      _ stream: RPCStream<Inbound, Outbound>,
      _ context: ClientContext
    ) async throws -> T
  ) async throws -> T {
    let stream = try await open(descriptor, options)
    defer { channel.loop.execute { stream.release() } }
    let rpc = RPCStream(
      descriptor: descriptor,
      inbound: RPCAsyncSequence(wrapping: InboundSequence(source: stream)),
      outbound: RPCWriter.Closable(wrapping: ClientRequestWriter(stream: stream)))
    let context = ClientContext(
      descriptor: descriptor, remotePeer: stream.remotePeer, localPeer: stream.localPeer)
    return try await closure(rpc, context)
  }

  /// The configuration of a method: its own, its service's, or the default.
  public func config(forMethod descriptor: MethodDescriptor) -> MethodConfig? {
    let service = descriptor.service.fullyQualifiedService
    return methods[MethodConfig.Name(service: service, method: descriptor.method)]
      ?? methods[MethodConfig.Name(service: service, method: "")]
      ?? methods[MethodConfig.Name(service: "", method: "")]
  }

  private func open(
    _ method: MethodDescriptor, _ options: CallOptions
  ) async throws -> ClientStream {
    if options.compression == .deflate {
      throw RPCError(
        code: .unimplemented, message: "Requests can be compressed as gzip, not as deflate.")
    }
    let ticket = WaitTicket()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        channel.loop.execute {
          self.channel.open(
            method, options, ticket
          ) { continuation.resume(with: $0.mapError { $0 as any Error }) }
        }
      }
    } onCancel: {
      channel.loop.execute { self.channel.cancel(ticket) }
    }
  }
}
