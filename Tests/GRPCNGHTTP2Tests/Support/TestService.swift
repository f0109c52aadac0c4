import GRPCCore

/// A service of one method with a handler given by the test, or of the four standard ones.
struct TestService: RegistrableRPCService {
  typealias Handler =
    @Sendable (
      StreamingServerRequest<[UInt8]>, ServerContext
    ) async throws -> StreamingServerResponse<[UInt8]>

  var handlers: [MethodDescriptor: Handler] = [
    Methods.echo: { request, _ in
      var last: [UInt8] = []
      for try await message in request.messages { last = message }
      let reply = last
      return StreamingServerResponse(metadata: request.metadata) { writer in
        try await writer.write(reply)
        return request.metadata
      }
    },
    Methods.collect: { request, _ in
      var sum: [UInt8] = []
      for try await message in request.messages { sum += message }
      let reply = sum
      return StreamingServerResponse { writer in
        try await writer.write(reply)
        return [:]
      }
    },
    Methods.repeated: { request, _ in
      var count = 0
      for try await message in request.messages { count = Int(message.first ?? 0) }
      let total = count
      return StreamingServerResponse { writer in
        for index in 0..<total { try await writer.write([UInt8(index)]) }
        return [:]
      }
    },
    Methods.chat: { request, _ in
      StreamingServerResponse { writer in
        for try await message in request.messages { try await writer.write(message) }
        return ["done": "yes"]
      }
    },
  ]

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    for (method, handler) in handlers {
      router.registerHandler(
        forMethod: method, deserializer: RawBytes(), serializer: RawBytes(), handler: handler)
    }
  }
}
