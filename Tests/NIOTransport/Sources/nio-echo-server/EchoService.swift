import GRPCCore

/// `/parley.bench.Echo/Get` as `parley-bench` has it: any bytes in, 300 bytes out.
struct EchoService: RegistrableRPCService {
  /// What it answers, always.
  static let reply = [UInt8](repeating: UInt8(ascii: "x"), count: 300)

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

/// Messages as bytes.
struct RawBytes: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) throws -> Bytes {
    Bytes(message)
  }

  func deserialize<Bytes: GRPCContiguousBytes>(_ serialized: Bytes) throws -> [UInt8] {
    serialized.withUnsafeBytes { Array($0) }
  }
}
