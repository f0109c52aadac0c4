import GRPCCore
import Testing

@testable import GRPCNGHTTP2

@Suite struct FastLaneTests {
  /// Echoes with the caller's text; fails on 255, defers on 254.
  private static let method = FastMethod(Methods.echo) { call in
    switch call.message.first {
    case 255: return .failure(RPCError(code: .notFound, message: "none", metadata: ["why": "x"]))
    case 254: return .deferred
    default:
      let text = call.fields.first(named: "x-text").map { String(decoding: $0, as: UTF8.self) }
      let peer = call.remotePeer.hasPrefix("ipv4:127.0.0.1:")
      return .message(
        call.message, trailing: text.map { ["x-text": "\($0)", "peer": "\(peer)"] } ?? [:])
    }
  }

  @Test(arguments: TestPair.Kind.allCases)
  func answersWithoutATask(kind: TestPair.Kind) async throws {
    try await TestPair.run(kind, server: { $0.fastMethods = [Self.method] }) { pair in
      let plain = try await pair.call(Methods.echo, [[1, 2]])
      #expect(plain.messages == [[1, 2]])
      let reply = try await pair.call(Methods.echo, [[3]], metadata: ["x-text": "hello"])
      #expect(Array(reply.trailing[stringValues: "x-text"]) == ["hello"])
      #expect(Array(reply.trailing[stringValues: "peer"]) == ["true"])
      #expect(pair.transport.counters.runningHandlersMost == 0)
      let long = [UInt8](repeating: 7, count: 1_000_000)
      let large = try await pair.call(Methods.echo, [long]).messages
      #expect(large == [long])
    }
  }

  @Test func failsAndDefers() async throws {
    try await TestPair.run(server: { $0.fastMethods = [Self.method] }) { pair in
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [[255]])
      }
      #expect(error?.code == .notFound)
      #expect(error?.message == "none")
      #expect((error?.metadata[stringValues: "why"]).map(Array.init) == ["x"])
      // The handler of the test service repeats the metadata, which the fast lane does not.
      let deferred = try await pair.call(Methods.echo, [[254]], metadata: ["a": "b"])
      #expect(deferred.messages == [[254]])
      #expect(Array(deferred.initial[stringValues: "a"]) == ["b"])
      #expect(pair.transport.counters.runningHandlersMost == 1)
    }
  }

  @Test func oneMessageIsNeeded() async throws {
    try await TestPair.run(server: { $0.fastMethods = [Self.method] }) { pair in
      for messages in [[], [[1], [2]]] as [[[UInt8]]] {
        let error = await #expect(throws: RPCError.self) {
          try await pair.call(Methods.echo, messages)
        }
        #expect(error?.code == .unimplemented)
      }
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [[1]], metadata: ["grpc-timeout": "0n"])
      }
      #expect(error?.code == .deadlineExceeded)
    }
  }

  @Test func compressesWhenAsked() async throws {
    try await TestPair.run(
      server: {
        $0.fastMethods = [Self.method]
        $0.compressesResponses = true
      }
    ) { pair in
      var options = CallOptions.defaults
      options.compression = .gzip
      let message = [UInt8](repeating: 4, count: 5000)
      let reply = try await pair.call(Methods.echo, [message], options: options).messages
      #expect(reply == [message])
    }
  }
}
