import GRPCCore
import GRPCNGHTTP2

/// The echo server: `Get` through GRPCCore, `GetFast` on the loop.
struct EchoService: RegistrableRPCService {
  /// What it answers, always.
  static let reply = [UInt8](repeating: UInt8(ascii: "x"), count: 300)

  /// The same answer without a task.
  static let fast = FastMethod(
    MethodDescriptor(fullyQualifiedService: "parley.bench.Echo", method: "GetFast", type: .unary)
  ) { _ in .message(reply) }

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    router.registerHandler(
      forMethod: MethodDescriptor(
        fullyQualifiedService: "parley.bench.Echo", method: "Get", type: .unary),
      deserializer: RawBytes(), serializer: RawBytes()
    ) { request, _ in
      for try await _ in request.messages {}
      return StreamingServerResponse { writer in
        try await writer.write(Self.reply)
        return [:]
      }
    }
  }
}
