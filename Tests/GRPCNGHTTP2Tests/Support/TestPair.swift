import GRPCCore

@testable import GRPCNGHTTP2

/// A server and a client connected to it over loopback.
struct TestPair: Sendable {
  enum Kind: Sendable, CaseIterable { case cleartext, tls }

  let transport: NGHTTP2ServerTransport
  let server: GRPCServer<NGHTTP2ServerTransport>
  let client: GRPCClient<NGHTTP2ClientTransport>
  let address: SocketAddress

  /// Runs `body` with the pair, shuts both down gracefully and returns when they have drained.
  static func run(
    _ kind: Kind = .cleartext, service: TestService = TestService(),
    server adjustServer: @Sendable (inout ServerConfiguration) -> Void = { _ in },
    client adjustClient: @Sendable (inout ClientConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (TestPair) async throws -> Void
  ) async throws {
    var serverSettings = ServerConfiguration()
    serverSettings.loops = 2
    adjustServer(&serverSettings)
    var clientSettings = ClientConfiguration()
    adjustClient(&clientSettings)
    let identity = kind == .tls ? try TestIdentity.make() : nil
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: identity?.server ?? .cleartextOnLoopback,
      configuration: serverSettings)
    let server = GRPCServer(transport: transport, services: [service])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.serve() }
      let address = try await transport.boundAddress
      let security = identity.map {
        ClientSecurity.tls(.authorities(file: $0.certificateFile), serverName: "localhost")
      }
      let client = GRPCClient(
        transport: try NGHTTP2ClientTransport(
          host: "127.0.0.1", port: address.port, security: security ?? .cleartextOnLoopback,
          configuration: clientSettings))
      group.addTask { try await client.runConnections() }
      defer {
        client.beginGracefulShutdown()
        server.beginGracefulShutdown()
      }
      try await body(
        TestPair(
          transport: transport, server: server, client: client, address: address))
      client.beginGracefulShutdown()
      server.beginGracefulShutdown()
      try await group.waitForAll()
    }
  }

  /// One call with any number of messages; returns what came back.
  func call(
    _ method: MethodDescriptor, _ messages: [[UInt8]], metadata: Metadata = [:],
    options: CallOptions = .defaults
  ) async throws -> Reply {
    try await client.bidirectionalStreaming(
      request: StreamingClientRequest(metadata: metadata) { writer in
        for message in messages { try await writer.write(message) }
      },
      descriptor: method, serializer: RawBytes(), deserializer: RawBytes(), options: options
    ) { response in
      try await Reply(response)
    }
  }
}
