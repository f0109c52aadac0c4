import GRPCCore
import ParleyWire
import SwiftProtobuf

/// `grpc.health.v1.Health`: the whole server under the empty name, and each of its services.
struct HealthAdaptor: Grpc_Health_V1_Health.SimpleServiceProtocol {
  let status: ServingStatus
  /// The full names of the services the server has.
  let services: Set<String>

  func check(
    request: Grpc_Health_V1_HealthCheckRequest, context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthCheckResponse {
    try check(request, try .now())
  }

  /// Whether the server, or one of its services, answers.
  func check(
    _ request: Grpc_Health_V1_HealthCheckRequest, _ call: Call
  ) throws -> Grpc_Health_V1_HealthCheckResponse {
    guard isKnown(request.service) else {
      throw RPCError(
        code: .notFound,
        message: "This server has no service of that name; ask with an empty name for all of it.")
    }
    return answer(status.isServing)
  }

  func watch(
    request: Grpc_Health_V1_HealthCheckRequest,
    response: RPCWriter<Grpc_Health_V1_HealthCheckResponse>, context: ServerContext
  ) async throws {
    guard isKnown(request.service) else {
      // The protocol keeps such a stream open, in case the service appears; here none ever does.
      try await response.write(.with { $0.status = .serviceUnknown })
      try await context.cancellation.cancelled
      return
    }
    let changes = status.changes()
    try await RPCEnding.race(context) {
      for await isServing in changes { try await response.write(answer(isServing)) }
    }
  }

  private func isKnown(_ service: String) -> Bool {
    service.isEmpty || services.contains(service)
  }

  private func answer(_ isServing: Bool) -> Grpc_Health_V1_HealthCheckResponse {
    .with { $0.status = isServing ? .serving : .notServing }
  }
}
