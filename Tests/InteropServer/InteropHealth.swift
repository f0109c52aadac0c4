import GRPCCore
import InteropWire
import SwiftProtobuf

/// grpc.health.v1. A client may set the state of `grpc.testing.TestService` by the metadata
/// `x-set-serving`, so that a watcher can be seen to hear of it.
struct InteropHealth: Grpc_Health_V1_Health.ServiceProtocol {
  let board: HealthBoard

  func check(
    request: ServerRequest<Grpc_Health_V1_HealthCheckRequest>, context: ServerContext
  ) async throws -> ServerResponse<Grpc_Health_V1_HealthCheckResponse> {
    let service = request.message.service
    guard let state = board.state(of: service) else {
      throw RPCError(code: .notFound, message: "There is no service of that name.")
    }
    for wanted in request.metadata[stringValues: "x-set-serving"] {
      board.set(wanted == "true" ? .serving : .notServing, of: service)
    }
    return ServerResponse(message: .with { $0.status = board.state(of: service) ?? state })
  }

  func watch(
    request: ServerRequest<Grpc_Health_V1_HealthCheckRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<Grpc_Health_V1_HealthCheckResponse> {
    let states = board.states(of: request.message.service)
    return StreamingServerResponse { writer in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await state in states { try await writer.write(.with { $0.status = state }) }
        }
        group.addTask { try await context.cancellation.cancelled }
        try await group.next()
        group.cancelAll()
      }
      return [:]
    }
  }
}
