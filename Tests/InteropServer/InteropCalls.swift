import GRPCCore
import GRPCNGHTTP2
import GRPCProtobuf
import InteropWire
import SwiftProtobuf

/// The client's part of the test cases.
struct InteropCalls {
  typealias Client = Grpc_Testing_TestService.Client<NGHTTP2ClientTransport>
  typealias Output = Grpc_Testing_StreamingOutputCallRequest
  typealias Input = Grpc_Testing_StreamingInputCallRequest

  /// A case found something else than it must.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let responseBytes: [Int32] = [31_415, 9, 2_653, 58_979]
  static let requestBytes = [27_182, 8, 1_828, 45_904]

  let client: GRPCClient<NGHTTP2ClientTransport>
  var uploadMiB = 8
  var service: Client { Client(wrapping: client) }

  func run(_ test: InteropCase) async throws {
    switch test {
    case .emptyUnary: _ = try await service.emptyCall(Grpc_Testing_Empty())
    case .largeUnary: try await largeUnary()
    case .clientCompressedUnary: try await clientCompressedUnary()
    case .serverCompressedUnary: try await serverCompressedUnary()
    case .clientStreaming: try await clientStreaming()
    case .clientCompressedStreaming: try await clientCompressedStreaming()
    case .serverStreaming: try await serverStreaming(compressed: nil)
    case .serverCompressedStreaming:
      try await serverStreaming(compressed: [true, false, true, true])
    case .pingPong: try await pingPong()
    case .emptyStream: try await emptyStream()
    case .customMetadata: try await customMetadata()
    case .statusCodeAndMessage: try await status("test status message")
    case .specialStatusMessage:
      try await status("\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n")
    case .unimplementedMethod:
      try await unimplemented("grpc.testing.TestService", "UnimplementedCall")
    case .unimplementedService:
      try await unimplemented("grpc.testing.UnimplementedService", "UnimplementedCall")
    case .cancelAfterBegin: try await cancelAfterBegin()
    case .cancelAfterFirstResponse: try await cancelAfterFirstResponse()
    case .timeoutOnSleepingServer: try await timeoutOnSleepingServer()
    case .concurrentLargeUnary: try await concurrentLargeUnary()
    case .upload: try await upload()
    }
  }

  // MARK: Unary

  private func largeUnary() async throws {
    let reply = try await service.unaryCall(Self.large())
    try expect(reply.payload.body == Self.payload(314_159).body, "the payload is not as asked")
  }

  private func concurrentLargeUnary() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<40 { group.addTask { try await largeUnary() } }
      try await group.waitForAll()
    }
  }

  private func clientCompressedUnary() async throws {
    var request = Self.large()
    request.expectCompressed = .with { $0.value = true }
    let probe = await code { _ = try await service.unaryCall(request) }
    // A server that cannot tell whether a message was compressed takes the probe.
    try expect([.invalidArgument, nil].contains(probe), "the probe ended with \(probe as Any)")
    let reply = try await service.unaryCall(request, options: Self.gzip)
    try expect(reply.payload.body.count == 314_159, "the payload has the wrong size")
  }

  private func serverCompressedUnary() async throws {
    for wanted in [true, false] {
      var request = Self.large()
      request.responseCompressed = .with { $0.value = wanted }
      let reply = try await service.unaryCall(request)
      try expect(reply.payload.body.count == 314_159, "the payload has the wrong size")
    }
  }

  private func customMetadata() async throws {
    var given = Metadata()
    given.addString("test_initial_metadata_value", forKey: InteropService.echoInitial)
    given.addBinary([0xAB, 0xAB, 0xAB], forKey: InteropService.echoTrailing)
    let metadata = given
    try await service.unaryCall(
      request: ClientRequest(message: Self.large(), metadata: metadata)
    ) { try check($0.metadata, $0.trailingMetadata) }
    try await service.fullDuplexCall(
      request: StreamingClientRequest(metadata: metadata) { writer in
        try await writer.write(Self.output(314_159, payload: 271_828))
      }
    ) { response in
      var trailing = Metadata()
      for try await part in try response.accepted.get().bodyParts {
        if case .trailingMetadata(let metadata) = part { trailing = metadata }
      }
      try check(response.metadata, trailing)
    }
  }

  private func check(_ initial: Metadata, _ trailing: Metadata) throws {
    let texts = Array(initial[stringValues: InteropService.echoInitial])
    try expect(texts == ["test_initial_metadata_value"], "initial metadata: \(initial)")
    let bytes = Array(trailing[binaryValues: InteropService.echoTrailing])
    try expect(bytes == [[0xAB, 0xAB, 0xAB]], "trailing metadata: \(trailing)")
  }

  private func status(_ text: String) async throws {
    let status = Grpc_Testing_EchoStatus.with {
      $0.code = 2
      $0.message = text
    }
    let unary = await error {
      _ = try await service.unaryCall(.with { $0.responseStatus = status })
    }
    let stream = await error {
      try await service.fullDuplexCall(
        request: StreamingClientRequest { writer in
          try await writer.write(.with { $0.responseStatus = status })
        }
      ) { response in for try await _ in response.messages {} }
    }
    for error in [unary, stream] {
      try expect(error?.code == .unknown, "the code is \(error?.code as Any)")
      try expect(error?.message == text, "the message is \(error?.message ?? "none")")
    }
  }

  private func unimplemented(_ service: String, _ method: String) async throws {
    let found = await code {
      _ = try await client.unary(
        request: ClientRequest(message: Grpc_Testing_Empty()),
        descriptor: MethodDescriptor(fullyQualifiedService: service, method: method),
        serializer: ProtobufSerializer<Grpc_Testing_Empty>(),
        deserializer: ProtobufDeserializer<Grpc_Testing_Empty>(), options: .defaults
      ) { try $0.message }
    }
    try expect(found == .unimplemented, "the code is \(found as Any)")
  }

  // MARK: Means

  static let gzip: CallOptions = {
    var options = CallOptions.defaults
    options.compression = .gzip
    return options
  }()

  static func large() -> Grpc_Testing_SimpleRequest {
    .with {
      $0.responseSize = 314_159
      $0.payload = payload(271_828)
    }
  }

  static func payload(_ bytes: Int) -> Grpc_Testing_Payload {
    .with { $0.body = .init(repeating: 0, count: bytes) }
  }

  static func output(_ bytes: Int32, payload size: Int) -> Output {
    .with {
      $0.responseParameters = [.with { $0.size = bytes }]
      $0.payload = payload(size)
    }
  }

  func expect(_ holds: Bool, _ otherwise: String) throws {
    if !holds { throw Failure(description: otherwise) }
  }

  func error(_ call: () async throws -> Void) async -> RPCError? {
    do {
      try await call()
      return nil
    } catch {
      return error as? RPCError ?? RPCError(code: .unknown, message: "\(error)")
    }
  }

  func code(_ call: () async throws -> Void) async -> RPCError.Code? {
    await error(call)?.code
  }
}
