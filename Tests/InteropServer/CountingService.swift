import Foundation
import GRPCCore
import GRPCNGHTTP2

/// Tells what the transport has counted, as text: `/interop.Counters/Get`, any bytes in. For the tests,
/// which look from outside.
struct CountingService: RegistrableRPCService {
  let transport: NGHTTP2ServerTransport

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    let counters = transport.counters
    router.registerHandler(
      forMethod: MethodDescriptor(
        fullyQualifiedService: "interop.Counters", method: "Get", type: .unary),
      deserializer: RawBytes(), serializer: RawBytes()
    ) { request, _ in
      for try await _ in request.messages {}
      var lines = ServerIncident.allCases.map { "\($0.rawValue) \(counters.count(of: $0))" }
      lines.append("connections \(counters.openConnections)")
      lines.append("handlers \(counters.runningHandlers)")
      lines.append("handlers_most \(counters.runningHandlersMost)")
      let text = lines.joined(separator: "\n")
      return StreamingServerResponse { writer in
        try await writer.write(Array(text.utf8))
        return [:]
      }
    }
  }
}
