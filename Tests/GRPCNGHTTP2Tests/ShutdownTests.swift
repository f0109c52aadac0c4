import GRPCCore
import Testing

@testable import GRPCNGHTTP2

@Suite struct ShutdownTests {
  @Test func openCallsFinishAndListenReturns() async throws {
    let started = Gate()
    var service = TestService()
    service.handlers[Methods.chat] = { request, context in
      StreamingServerResponse { writer in
        try await writer.write([1])
        started.open()
        // Told of the shutdown, the handler goes on to its regular end.
        try await context.cancellation.cancelled
        try await writer.write([2])
        return ["end": "regular"]
      }
    }
    try await TestPair.run(service: service) { pair in
      async let reply = pair.call(Methods.chat, [])
      await started.wait()
      pair.server.beginGracefulShutdown()
      let received = try await reply
      #expect(received.messages == [[1], [2]])
      #expect(Array(received.trailing[stringValues: "end"]) == ["regular"])
    }
  }

  @Test func idleConnectionsDoNotHoldUpTheEnd() async throws {
    try await TestPair.run { pair in
      _ = try await pair.call(Methods.echo, [[1]])
      pair.server.beginGracefulShutdown()
    }
  }

  @Test func shutdownBeforeListening() async throws {
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: .cleartextOnLoopback)
    transport.beginGracefulShutdown()
    try await transport.listen { _, _ in }
    await #expect(throws: RPCError.self) { try await transport.boundAddress }
  }

  @Test func cancellingListenIsAbrupt() async throws {
    let started = Gate()
    var service = TestService()
    service.handlers[Methods.chat] = { _, context in
      started.open()
      try await context.cancellation.cancelled
      return StreamingServerResponse { _ in [:] }
    }
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: .cleartextOnLoopback)
    let server = GRPCServer(transport: transport, services: [service])
    let serving = Task { try await server.serve() }
    let address = try await transport.boundAddress
    let client = GRPCClient(
      transport: try NGHTTP2ClientTransport(
        host: "127.0.0.1", port: address.port, security: .cleartextOnLoopback))
    let running = Task { try await client.runConnections() }
    let pair = TestPair(
      transport: transport, server: server, client: client, address: address)
    let call = Task { try await pair.call(Methods.chat, [[1]]) }
    await started.wait()
    serving.cancel()
    try await serving.value
    let error = await #expect(throws: RPCError.self) { try await call.value }
    #expect(error?.code == .unavailable)
    client.beginGracefulShutdown()
    try await running.value
  }

  @Test func clientFollowsAServerThatSaysGoodbye() async throws {
    let first = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: .cleartextOnLoopback)
    let firstServer = GRPCServer(transport: first, services: [TestService()])
    let serving = Task { try await firstServer.serve() }
    let address = try await first.boundAddress
    let client = GRPCClient(
      transport: try NGHTTP2ClientTransport(
        host: "127.0.0.1", port: address.port, security: .cleartextOnLoopback))
    let running = Task { try await client.runConnections() }
    let pair = TestPair(transport: first, server: firstServer, client: client, address: address)
    _ = try await pair.call(Methods.echo, [[1]])
    firstServer.beginGracefulShutdown()
    try await serving.value
    let second = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: address.port, security: .cleartextOnLoopback)
    let secondServer = GRPCServer(transport: second, services: [TestService()])
    let servingAgain = Task { try await secondServer.serve() }
    _ = try await second.boundAddress
    var options = CallOptions.defaults
    options.waitForReady = true
    let reply1 = try await pair.call(Methods.echo, [[2]], options: options).messages
    #expect(reply1 == [[2]])
    client.beginGracefulShutdown()
    secondServer.beginGracefulShutdown()
    try await running.value
    try await servingAgain.value
  }

  @Test func unreachableServerFailsFast() async throws {
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: .cleartextOnLoopback)
    let serving = Task { try await transport.listen { _, _ in } }
    let address = try await transport.boundAddress
    transport.beginGracefulShutdown()
    try await serving.value
    let client = GRPCClient(
      transport: try NGHTTP2ClientTransport(
        host: "127.0.0.1", port: address.port, security: .cleartextOnLoopback))
    let running = Task { try await client.runConnections() }
    for _ in 0..<2 {
      let error = await #expect(throws: RPCError.self) {
        try await client.unary(
          request: ClientRequest(message: [UInt8(1)]), descriptor: Methods.echo,
          serializer: RawBytes(), deserializer: RawBytes(), options: .defaults
        ) { try $0.message }
      }
      #expect(error?.code == .unavailable)
    }
    client.beginGracefulShutdown()
    try await running.value
  }
}
