import GRPCCore
import Testing

@testable import GRPCNGHTTP2

@Suite struct GzipTests {
  private let codec = GzipCodec()

  @Test(arguments: [0, 1, 63, 64, 16_384, 100_000])
  func roundTrip(size: Int) throws {
    let message = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let compressed = try #require(codec.compress(message))
    #expect(compressed.prefix(2) == [0x1F, 0x8B])
    #expect(try codec.expand(compressed, bytesMax: size) == message)
    if size > 0 {
      #expect(throws: FramingFault.expandsTooFar(limit: size - 1)) {
        try codec.expand(compressed, bytesMax: size - 1)
      }
    }
  }

  @Test func whatIsNotOneWholeMemberIsRefused() throws {
    let whole = try #require(codec.compress([UInt8](repeating: 9, count: 500)))
    let broken = [[], Array(whole.dropLast()), whole + [0], whole + whole, [1, 2, 3, 4]]
    for bytes in broken {
      #expect(throws: FramingFault.notGzip) { try codec.expand(bytes, bytesMax: 10_000) }
    }
    // The codec is usable after a failure.
    #expect(try codec.expand(whole, bytesMax: 500).count == 500)
  }

  @Test(arguments: TestPair.Kind.allCases)
  func requestsAndResponsesAreCompressed(kind: TestPair.Kind) async throws {
    var service = TestService()
    let wasCompressed = Counter()
    service.handlers[Methods.chat] = { request, context in
      let compression = (context.transportSpecific as? ServerStreamContext)?.compression
      return StreamingServerResponse { writer in
        for try await message in request.messages {
          if compression?.requestWasCompressed == true { wasCompressed.increment() }
          try await writer.write(message)
        }
        return [:]
      }
    }
    try await TestPair.run(kind, service: service, server: { $0.compressesResponses = true }) {
      pair in
      var options = CallOptions.defaults
      options.compression = .gzip
      let long = [UInt8](repeating: 3, count: 200_000)
      for method in [Methods.echo, Methods.chat] {
        let messages = method == Methods.chat ? [long, [1], long] : [long]
        let reply = try await pair.call(method, messages, options: options).messages
        #expect(reply == messages)
      }
      // The message of one byte is too short to gain.
      #expect(wasCompressed.value == 2)
    }
  }

  @Test func messagesCanBeLeftOut() async throws {
    var service = TestService()
    service.handlers[Methods.collect] = { request, context in
      let compression = (context.transportSpecific as? ServerStreamContext)?.compression
      var flags: [UInt8] = []
      for try await _ in request.messages {
        flags.append(compression?.requestWasCompressed == true ? 1 : 0)
      }
      let seen = flags
      return StreamingServerResponse { writer in
        try await writer.write(seen)
        return [:]
      }
    }
    try await TestPair.run(service: service) { pair in
      var options = CallOptions.defaults
      options.compression = .gzip
      let message = [UInt8](repeating: 1, count: 1000)
      let reply = try await pair.client.bidirectionalStreaming(
        request: StreamingClientRequest { writer in
          try await writer.write(message)
          try await RequestCompression.$isEnabled.withValue(false) {
            try await writer.write(message)
          }
          try await writer.write(message)
        },
        descriptor: Methods.collect, serializer: RawBytes(), deserializer: RawBytes(),
        options: options
      ) { try await Reply($0) }
      #expect(reply.messages == [[1, 0, 1]])
    }
  }

  @Test func anExpandingMessageIsRefusedOnBothSides() async throws {
    let long = [UInt8](repeating: 0, count: 100_000)
    var options = CallOptions.defaults
    options.compression = .gzip
    let compressed = options
    try await TestPair.run(server: { $0.messageBytesMax = 50_000 }) { pair in
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [long], options: compressed)
      }
      #expect(error?.code == .resourceExhausted)
    }
    try await TestPair.run(
      server: { $0.compressesResponses = true }, client: { $0.messageBytesMax = 50_000 }
    ) { pair in
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [long])
      }
      #expect(error?.code == .resourceExhausted)
    }
  }

  @Test func deflateIsRefused() async throws {
    try await TestPair.run { pair in
      _ = try await pair.call(Methods.echo, [[1]])
      var options = CallOptions.defaults
      options.compression = .deflate
      let deflate = options
      let error = await #expect(throws: RPCError.self) {
        try await pair.call(Methods.echo, [[1]], options: deflate)
      }
      #expect(error?.code == .unimplemented)
    }
  }
}
