import GRPCCore
import GRPCNGHTTP2
import InteropWire
import SwiftProtobuf

/// The service of the interoperability tests.
struct InteropService: Grpc_Testing_TestService.ServiceProtocol {
  static let echoInitial = "x-grpc-test-echo-initial"
  static let echoTrailing = "x-grpc-test-echo-trailing-bin"

  func emptyCall(
    request: ServerRequest<Grpc_Testing_Empty>, context: ServerContext
  ) async throws -> ServerResponse<Grpc_Testing_Empty> {
    ServerResponse(
      message: Grpc_Testing_Empty(), metadata: Self.initial(request.metadata),
      trailingMetadata: Self.trailing(request.metadata))
  }

  func unaryCall(
    request: ServerRequest<Grpc_Testing_SimpleRequest>, context: ServerContext
  ) async throws -> ServerResponse<Grpc_Testing_SimpleResponse> {
    let message = request.message
    let compression = context.compression
    try Self.check(message.hasExpectCompressed, message.expectCompressed, compression)
    try Self.check(message.hasResponseStatus, message.responseStatus)
    if message.hasResponseCompressed {
      compression?.compressResponses(message.responseCompressed.value)
    }
    let reply = Grpc_Testing_SimpleResponse.with {
      $0.payload = Self.payload(bytes: message.responseSize)
      $0.username = message.fillUsername ? context.clientName : ""
    }
    return ServerResponse(
      message: reply, metadata: Self.initial(request.metadata),
      trailingMetadata: Self.trailing(request.metadata))
  }

  func streamingOutputCall(
    request: ServerRequest<Grpc_Testing_StreamingOutputCallRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<Grpc_Testing_StreamingOutputCallResponse> {
    let compression = context.compression
    compression?.compressResponses(false)
    return StreamingServerResponse(metadata: Self.initial(request.metadata)) { writer in
      try await Self.answer(request.message, context, to: writer)
      return Self.trailing(request.metadata)
    }
  }

  func streamingInputCall(
    request: StreamingServerRequest<Grpc_Testing_StreamingInputCallRequest>,
    context: ServerContext
  ) async throws -> ServerResponse<Grpc_Testing_StreamingInputCallResponse> {
    let compression = context.compression
    var size: Int32 = 0
    for try await message in request.messages {
      try Self.check(message.hasExpectCompressed, message.expectCompressed, compression)
      size &+= Int32(clamping: message.payload.body.count)
    }
    let total = size
    return ServerResponse(message: .with { $0.aggregatedPayloadSize = total })
  }

  func fullDuplexCall(
    request: StreamingServerRequest<Grpc_Testing_StreamingOutputCallRequest>,
    context: ServerContext
  ) async throws -> StreamingServerResponse<Grpc_Testing_StreamingOutputCallResponse> {
    let compression = context.compression
    compression?.compressResponses(false)
    return StreamingServerResponse(metadata: Self.initial(request.metadata)) { writer in
      for try await message in request.messages {
        try Self.check(message.hasResponseStatus, message.responseStatus)
        try await Self.answer(message, context, to: writer)
      }
      return Self.trailing(request.metadata)
    }
  }

  /// UnaryCall on the fast lane: so many bytes, whatever was asked.
  static func fastUnaryCall(replyBytes: Int) -> FastMethod {
    let reply = Grpc_Testing_SimpleResponse.with {
      $0.payload = payload(bytes: Int32(clamping: replyBytes))
    }
    let bytes: [UInt8] = (try? reply.serializedBytes()) ?? []
    return FastMethod(
      MethodDescriptor(
        fullyQualifiedService: "grpc.testing.TestService", method: "UnaryCall", type: .unary)
    ) { _ in .message(bytes) }
  }

  private static func answer(
    _ request: Grpc_Testing_StreamingOutputCallRequest, _ context: ServerContext,
    to writer: RPCWriter<Grpc_Testing_StreamingOutputCallResponse>
  ) async throws {
    for parameters in request.responseParameters {
      if parameters.intervalUs > 0 {
        try await pause(.microseconds(parameters.intervalUs), context)
      }
      context.compression?.compressResponses(parameters.compressed.value)
      try await writer.write(.with { $0.payload = payload(bytes: parameters.size) })
    }
  }

  /// Sleeps, unless the call is cancelled meanwhile.
  private static func pause(_ time: Duration, _ context: ServerContext) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await Task.sleep(for: time) }
      group.addTask {
        try await context.cancellation.cancelled
        throw RPCError(code: .cancelled, message: "The call was cancelled.")
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private static func payload(bytes: Int32) -> Grpc_Testing_Payload {
    .with { $0.body = .init(repeating: 0, count: max(0, min(Int(bytes), 16 << 20))) }
  }

  private static func check(
    _ isExpected: Bool, _ expected: Grpc_Testing_BoolValue, _ compression: MessageCompression?
  ) throws {
    guard isExpected, expected.value, compression?.requestWasCompressed != true else { return }
    throw RPCError(
      code: .invalidArgument, message: "The message was to be compressed and is not.")
  }

  private static func check(_ isSet: Bool, _ status: Grpc_Testing_EchoStatus) throws {
    guard isSet, status.code != 0 else { return }
    let code = Status.Code(rawValue: Int(status.code)).flatMap { RPCError.Code($0) } ?? .unknown
    throw RPCError(code: code, message: status.message)
  }

  private static func initial(_ metadata: Metadata) -> Metadata {
    var answer = Metadata()
    for text in metadata[stringValues: echoInitial] { answer.addString(text, forKey: echoInitial) }
    return answer
  }

  private static func trailing(_ metadata: Metadata) -> Metadata {
    var answer = Metadata()
    for bytes in metadata[binaryValues: echoTrailing] {
      answer.addBinary(bytes, forKey: echoTrailing)
    }
    return answer
  }
}
