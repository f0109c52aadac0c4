import GRPCCore
import GRPCNGHTTP2
import ParleyRPC
import ServiceLifecycle

/// The gRPC server as a part of the process that starts and stops with it.
struct CaseServer: Service {
  let transport: NGHTTP2ServerTransport
  let health: ServingStatus
  let server: GRPCServer<NGHTTP2ServerTransport>

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.serve() }
        group.addTask {
          let address = try await transport.boundAddress
          health.set(serving: true)
          ParleydExit.announce("Listening on \(address)")
        }
        try await group.waitForAll()
      }
    } onGracefulShutdown: {
      health.set(serving: false)
      server.beginGracefulShutdown()
    }
  }
}
