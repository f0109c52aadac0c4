import GRPCCore
import Synchronization
import Testing

@testable import GRPCNGHTTP2

/// Back-pressure and cancellation, in both directions.
@Suite struct FlowTests {
  private static let chunk = [UInt8](repeating: 7, count: 64 << 10)

  /// What may be under way to a reader that does not read: its window, the writer's own limit and
  /// the message that crossed it, rounded up generously.
  private static let underWayMax =
    (Limits.streamWindowBytes + Limits.streamUnsentBytesMax + 3 * chunk.count) / chunk.count

  @Test func slowClientBoundsTheServer() async throws {
    let written = Counter()
    let total = 100
    var service = TestService()
    service.handlers[Methods.repeated] = { request, _ in
      for try await _ in request.messages {}
      return StreamingServerResponse { writer in
        for _ in 0..<total {
          try await writer.write(FlowTests.chunk)
          written.increment()
        }
        return [:]
      }
    }
    try await TestPair.run(service: service) { pair in
      let received = try await pair.client.serverStreaming(
        request: ClientRequest(message: [UInt8(1)]), descriptor: Methods.repeated,
        serializer: RawBytes(), deserializer: RawBytes(), options: .defaults
      ) { response in
        var iterator = response.messages.makeAsyncIterator()
        var count = 0
        while try await iterator.next() != nil {
          count += 1
          if count > 1 { continue }
          await written.reached(4)
          for _ in 0..<50 { _ = try await pair.call(Methods.echo, [[1]]) }
          #expect(written.value <= FlowTests.underWayMax)
        }
        return count
      }
      #expect(received == total)
    }
  }

  @Test func slowServerBoundsTheClient() async throws {
    let written = Counter()
    let gate = Gate()
    let total = 100
    var service = TestService()
    service.handlers[Methods.collect] = { request, _ in
      await gate.wait()
      var count = 0
      for try await _ in request.messages { count += 1 }
      let reply = UInt8(count)
      return StreamingServerResponse { writer in
        try await writer.write([reply])
        return [:]
      }
    }
    try await TestPair.run(service: service) { pair in
      async let reply = pair.client.clientStreaming(
        request: StreamingClientRequest { writer in
          for _ in 0..<total {
            try await writer.write(FlowTests.chunk)
            written.increment()
          }
        },
        descriptor: Methods.collect, serializer: RawBytes(), deserializer: RawBytes(),
        options: .defaults
      ) { try $0.message }
      await written.reached(4)
      for _ in 0..<50 { _ = try await pair.call(Methods.echo, [[1]]) }
      #expect(written.value <= FlowTests.underWayMax)
      gate.open()
      let reply1 = try await reply
      #expect(reply1 == [UInt8(total)])
    }
  }

  @Test func cancellingTheClientCancelsTheHandler() async throws {
    let started = Gate()
    let cancelled = Gate()
    var service = TestService()
    service.handlers[Methods.chat] = { _, context in
      started.open()
      try await context.cancellation.cancelled
      cancelled.open()
      return StreamingServerResponse { _ in [:] }
    }
    try await TestPair.run(service: service) { pair in
      let call = Task { try await pair.call(Methods.chat, [[1]]) }
      await started.wait()
      call.cancel()
      await cancelled.wait()
      let error = await #expect(throws: RPCError.self) { try await call.value }
      #expect(error?.code == .cancelled)
      let reply2 = try await pair.call(Methods.echo, [[2]]).messages
      #expect(reply2 == [[2]])
    }
  }

  @Test func aWriterSuspendedForRoomIsReleasedByCancellation() async throws {
    let ended = Gate()
    let written = Counter()
    var service = TestService()
    service.handlers[Methods.repeated] = { _, _ in
      StreamingServerResponse { writer in
        defer { ended.open() }
        while true {
          try await writer.write(FlowTests.chunk)
          written.increment()
        }
      }
    }
    try await TestPair.run(service: service) { pair in
      let call = Task {
        try await pair.client.serverStreaming(
          request: ClientRequest(message: [UInt8(1)]), descriptor: Methods.repeated,
          serializer: RawBytes(), deserializer: RawBytes(), options: .defaults
        ) { response in
          var iterator = response.messages.makeAsyncIterator()
          _ = try await iterator.next()
          await written.reached(4)
        }
      }
      try await call.value
      await ended.wait()
    }
  }

  @Test func losingTheConnectionCancelsTheHandler() async throws {
    let started = Gate()
    let cancelled = Gate()
    var service = TestService()
    service.handlers[Methods.chat] = { _, context in
      started.open()
      try await context.cancellation.cancelled
      cancelled.open()
      return StreamingServerResponse { _ in [:] }
    }
    try await TestPair.run(service: service) { pair in
      let transport = try NGHTTP2ClientTransport(
        host: "127.0.0.1", port: pair.address.port, security: .cleartextOnLoopback)
      let second = GRPCClient(transport: transport)
      let running = Task { try await second.runConnections() }
      let other = TestPair(
        transport: pair.transport, server: pair.server, client: second, address: pair.address)
      let call = Task { try await other.call(Methods.chat, [[1]]) }
      await started.wait()
      running.cancel()
      await cancelled.wait()
      let error = await #expect(throws: RPCError.self) { try await call.value }
      #expect(error?.code == .unavailable)
      try await running.value
    }
  }

  @Test func aWindowFilledBeforeTheHeadWasReadIsOpenedAgain() async throws {
    try await TestPair.run { pair in
      let transport = try NGHTTP2ClientTransport(
        host: "127.0.0.1", port: pair.address.port, security: .cleartextOnLoopback)
      let running = Task { try await transport.connect() }
      let message = [UInt8](repeating: 6, count: 3 * Limits.streamWindowBytes)
      let received = try await transport.withStream(
        descriptor: Methods.echo, options: .defaults
      ) { stream, _ in
        try await stream.outbound.write(contentsOf: [.metadata([:]), .message(message)])
        await stream.outbound.finish()
        // Long enough for the window to fill on loopback; should it not, the test proves nothing.
        try await Task.sleep(for: .milliseconds(200))
        var received: [[UInt8]] = []
        for try await part in stream.inbound {
          if case .message(let bytes) = part { received.append(bytes) }
        }
        return received
      }
      #expect(received == [message])
      transport.beginGracefulShutdown()
      try await running.value
      _ = try await pair.call(Methods.echo, [[1]])
    }
  }
}
