import GRPCCore
import GRPCNGHTTP2
import Synchronization

@testable import ParleyClient

/// A real server on loopback that answers what a test says and notes what arrived.
final class LoopbackServer: Sendable {
  /// One call as it arrived.
  struct Arrival: Sendable {
    let procedure: Procedure
    let authorization: String
    let messages: [[UInt8]]
  }

  typealias Answer = @Sendable (Arrival) throws -> [[UInt8]]

  private let arrivals = Mutex<[Arrival]>([])

  /// What arrived so far.
  var arrived: [Arrival] { arrivals.withLock { $0 } }

  /// Serves these procedures while `body` runs with a connection to it.
  func serve(
    _ answers: [Procedure: Answer], _ body: (ServiceConnection) async throws -> Void
  ) async throws {
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: .cleartextOnLoopback)
    let server = GRPCServer(
      transport: transport, services: [Answering(server: self, answers: answers)])
    let serving = Task { try await server.serve() }
    let port = try await transport.boundAddress.port
    let endpoint = ServiceEndpoint(
      address: "127.0.0.1:\(port)", trust: .cleartext, token: "secret")
    guard let endpoint else { throw RPCError(code: .internalError, message: "no endpoint") }
    let connection = try await ServiceConnection.open(endpoint)
    let outcome: Result<Void, any Error>
    do {
      try await body(connection)
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    await connection.close()
    server.beginGracefulShutdown()
    _ = await serving.result
    try outcome.get()
  }

  private struct Answering: RegistrableRPCService {
    let server: LoopbackServer
    let answers: [Procedure: Answer]

    func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
      for (procedure, answer) in answers {
        let server = server
        router.registerHandler(
          forMethod: procedure.descriptor(.bidirectionalStreaming), deserializer: ByteForm(),
          serializer: ByteForm()
        ) { request, _ in
          var messages: [[UInt8]] = []
          for try await message in request.messages { messages.append(message) }
          let arrival = Arrival(
            procedure: procedure,
            authorization: request.metadata[stringValues: "authorization"].first { _ in true }
              ?? "",
            messages: messages)
          server.arrivals.withLock { $0.append(arrival) }
          let replies = try answer(arrival)
          return StreamingServerResponse { writer in
            for reply in replies { try await writer.write(reply) }
            return [:]
          }
        }
      }
    }
  }
}
