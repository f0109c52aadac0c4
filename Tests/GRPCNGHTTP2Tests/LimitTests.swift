import GRPCCore
import Testing

@testable import GRPCNGHTTP2

@Suite struct LimitTests {
  @Test func requestMessageAtTheLimitAndOnePastIt() async throws {
    try await TestPair.run(server: { $0.messageBytesMax = 1000 }) { pair in
      let fits = [UInt8](repeating: 1, count: 1000)
      for method in [Methods.echo, Methods.chat] {
        let reply1 = try await pair.call(method, [fits]).messages
        #expect(reply1 == [fits])
        let error = await #expect(throws: RPCError.self) {
          try await pair.call(method, [fits + [1]])
        }
        #expect(error?.code == .resourceExhausted)
      }
    }
  }

  @Test func responseMessageAtTheLimitAndOnePastIt() async throws {
    try await TestPair.run(client: { $0.messageBytesMax = 1000 }) { pair in
      let fits = [UInt8](repeating: 1, count: 1000)
      let reply2 = try await pair.call(Methods.echo, [fits]).messages
      #expect(reply2 == [fits])
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [fits + [1]])
      }
      #expect(error?.code == .resourceExhausted)
      var options = CallOptions.defaults
      options.maxRequestMessageBytes = 999
      let limited = options
      _ = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [fits], options: limited)
      }
    }
  }

  @Test(arguments: [15_000, 17_000, 40_000])
  func headerList(size: Int) async throws {
    try await TestPair.run { pair in
      let metadata: Metadata = ["x-large": .string(String(repeating: "a", count: size))]
      // The reply does not repeat the header.
      let work: @Sendable () async throws -> Void = {
        _ = try await pair.call(Methods.collect, [[1]], metadata: metadata)
      }
      if size < Limits.headerListBytesMax {
        try await work()
      } else {
        let error = await #expect(throws: RPCError.self) { try await work() }
        #expect(error?.code == .resourceExhausted)
      }
      // The connection survived it.
      let reply3 = try await pair.call(Methods.echo, [[2]]).messages
      #expect(reply3 == [[2]])
    }
  }

  @Test(arguments: ["-5S", "+5S", "123456789S", "5", "5X"])
  func malformedTimeoutIsRefusedAndTheServerLives(value: String) async throws {
    try await TestPair.run { pair in
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(
          Methods.echo, [[1]], metadata: ["grpc-timeout": .string(value)])
      }
      #expect(error?.code == .internalError)
      let reply4 = try await pair.call(Methods.echo, [[2]]).messages
      #expect(reply4 == [[2]])
    }
  }

  @Test(arguments: ["0S", "1n", "1m"])
  func deadlineEndsTheCall(value: String) async throws {
    var service = TestService()
    service.handlers[Methods.echo] = { _, context in
      try await context.cancellation.cancelled
      return StreamingServerResponse { _ in [:] }
    }
    try await TestPair.run(service: service) { pair in
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(
          Methods.echo, [[1]], metadata: ["grpc-timeout": .string(value)])
      }
      #expect(error?.code == .deadlineExceeded)
    }
  }

  @Test func deadlineEndsAnOpenStream() async throws {
    var service = TestService()
    service.handlers[Methods.chat] = { _, context in
      StreamingServerResponse { writer in
        try await writer.write([1])
        try await context.cancellation.cancelled
        return [:]
      }
    }
    try await TestPair.run(service: service) { pair in
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.chat, [[1]], metadata: ["grpc-timeout": "20m"])
      }
      #expect(error?.code == .deadlineExceeded)
    }
  }

  @Test func generousDeadlineDoesNotMatter() async throws {
    try await TestPair.run { pair in
      let reply = try await pair.call(
        Methods.echo, [[1]], metadata: ["grpc-timeout": "99999999H"])
      #expect(reply.messages == [[1]])
    }
  }

  @Test func cleartextBeyondLoopbackIsRefused() async throws {
    let server = NGHTTP2ServerTransport(
      host: "0.0.0.0", port: 0, security: .cleartextOnLoopback)
    await #expect(
      throws: TransportConfigurationError.cleartextBeyondLoopback(address: "0.0.0.0")
    ) {
      try await server.listen { _, _ in }
    }
    await #expect(throws: TransportConfigurationError.self) { try await server.boundAddress }
    #expect(throws: TransportConfigurationError.self) {
      try NGHTTP2ClientTransport(
        host: "192.0.2.1", port: 1, security: .cleartextOnLoopback)
    }
  }
}
