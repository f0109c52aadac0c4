import GRPCCore
import Testing

@testable import GRPCNGHTTP2

@Suite struct CallTests {
  @Test(arguments: TestPair.Kind.allCases)
  func allFourKinds(kind: TestPair.Kind) async throws {
    try await TestPair.run(kind) { pair in
      let reply1 = try await pair.call(Methods.echo, [[1, 2, 3]]).messages
      #expect(reply1 == [[1, 2, 3]])
      let reply2 = try await pair.call(Methods.echo, [[]]).messages
      #expect(reply2 == [[]])
      let reply3 = try await pair.call(Methods.collect, [[1], [], [2, 3]]).messages
      #expect(reply3 == [[1, 2, 3]])
      let reply4 = try await pair.call(Methods.repeated, [[5]]).messages
      #expect(reply4 == (0..<5).map { [UInt8($0)] })
      let chat = try await pair.call(Methods.chat, [[1], [2], [3]])
      #expect(chat.messages == [[1], [2], [3]])
      #expect(Array(chat.trailing[stringValues: "done"]) == ["yes"])
    }
  }

  @Test(arguments: TestPair.Kind.allCases)
  func largeMessagesPassBothWays(kind: TestPair.Kind) async throws {
    let message = (0..<Limits.messageBytesMax).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try await TestPair.run(kind) { pair in
      let reply5 = try await pair.call(Methods.echo, [message]).messages
      #expect(reply5 == [message])
    }
  }

  @Test func manyCallsAtOnce() async throws {
    // More than the server lets one connection have open: the rest queues.
    try await TestPair.run(server: { $0.concurrentStreamsMax = 3 }) { pair in
      try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for index in 0..<50 {
          group.addTask {
            try await pair.call(Methods.echo, [[UInt8(index)]]).messages.first ?? []
          }
        }
        var seen: Set<[UInt8]> = []
        for try await reply in group { seen.insert(reply) }
        #expect(seen.count == 50)
      }
    }
  }

  @Test func metadataRoundTrip() async throws {
    var sent = Metadata()
    sent.addString("plain value", forKey: "x-text")
    sent.addString("second", forKey: "x-text")
    sent.addBinary([0, 255, 13, 10, 44], forKey: "x-bytes-bin")
    sent.addBinary([], forKey: "x-empty-bin")
    // Two values joined by a comma, one padded and one not, as another client may send them.
    sent.addString("AQI=,AwQ", forKey: "x-joined-bin")
    sent.addString("not sent: ü", forKey: "x-not-ascii")
    let metadata = sent
    try await TestPair.run { pair in
      let reply = try await pair.call(Methods.echo, [[1]], metadata: metadata)
      for received in [reply.initial, reply.trailing] {
        #expect(Array(received[stringValues: "x-text"]) == ["plain value", "second"])
        #expect(Array(received[binaryValues: "x-bytes-bin"]) == [[0, 255, 13, 10, 44]])
        #expect(Array(received[binaryValues: "x-empty-bin"]) == [[]])
        #expect(Array(received[binaryValues: "x-joined-bin"]) == [[1, 2], [3, 4]])
        #expect(Array(received["x-not-ascii"]).isEmpty)
        #expect(Array(received["grpc-timeout"]).isEmpty)
      }
    }
  }

  @Test func statusAndMessageArrive() async throws {
    var service = TestService()
    service.handlers[Methods.echo] = { _, _ in
      throw RPCError(code: .aborted, message: "100% größer\n", metadata: ["why": "because"])
    }
    try await TestPair.run(service: service) { pair in
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [[1]])
      }
      #expect(error?.code == .aborted)
      #expect(error?.message == "100% größer\n")
      #expect((error?.metadata[stringValues: "why"]).map(Array.init) == ["because"])
    }
  }

  @Test func unknownMethodIsUnimplemented() async throws {
    try await TestPair.run { pair in
      let unknown = MethodDescriptor(fullyQualifiedService: "test.Echo", method: "None")
      let error = await #expect(throws: RPCError.self) { try await pair.call(unknown, [[1]]) }
      #expect(error?.code == .unimplemented)
    }
  }

  @Test func writesFromADetachedTask() async throws {
    var service = TestService()
    service.handlers[Methods.chat] = { request, _ in
      for try await _ in request.messages {}
      return StreamingServerResponse { writer in
        try await Task.detached {
          for index in 0..<200 { try await writer.write([UInt8(index)]) }
        }.value
        return [:]
      }
    }
    try await TestPair.run(service: service) { pair in
      let reply = try await pair.call(Methods.chat, [])
      #expect(reply.messages == (0..<200).map { [UInt8($0)] })
    }
  }

  @Test func contextNamesPeersAndDeadline() async throws {
    var service = TestService()
    service.handlers[Methods.echo] = { request, context in
      let specific = context.transportSpecific as? ServerStreamContext
      for try await _ in request.messages {}
      return StreamingServerResponse { writer in
        try await writer.write(Array(context.remotePeer.utf8))
        return [
          "encrypted": "\(specific?.isEncrypted == true)",
          "deadline": "\(specific?.deadline != nil)",
        ]
      }
    }
    try await TestPair.run(.tls, service: service) { pair in
      var options = CallOptions.defaults
      options.timeout = .seconds(100)
      let reply = try await pair.call(Methods.echo, [[1]], options: options)
      let peer = String(decoding: reply.messages.first ?? [], as: UTF8.self)
      #expect(peer.hasPrefix("ipv4:127.0.0.1:"))
      #expect(Array(reply.trailing[stringValues: "encrypted"]) == ["true"])
      #expect(Array(reply.trailing[stringValues: "deadline"]) == ["true"])
    }
  }
}
