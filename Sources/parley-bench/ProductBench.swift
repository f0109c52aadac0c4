import ArgumentParser
import Foundation
import GRPCCore
import GRPCNGHTTP2
import ParleyClient

/// Measures the product: an echo as the measure of the transport, then reads and writes of a real
/// `parleyd` with a fresh data directory, all over TLS on loopback.
struct ProductBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product",
    abstract: "Rates of echo, GetDispute and FileDispute over TLS.",
    discussion: """
      Example:

        parley-bench product --seconds 5 --connections 4 --streams 8

      Starts the parleyd that lies beside this program. Every reply is checked: an echo and a
      dispute for their bytes, a filing for its answer. Client and server share the machine, so
      read the figures side by side, as ratios.
      """)

  /// More than a machine of the usual size files in a second.
  static let draftsPerSecond = 3_000

  @Option(help: "Seconds for each of the three.")
  var seconds = 5

  @Option(help: "Connections.")
  var connections = 4

  @Option(help: "Calls in flight on each connection.")
  var streams = 8

  func validate() throws {
    guard (1...600).contains(seconds), (1...64).contains(connections), (1...100).contains(streams)
    else { throw ValidationError("Give 1-600 seconds, 1-64 connections and 1-100 streams.") }
  }

  func run() async throws {
    let server = try await BenchServer.start()
    do {
      try await measure(server)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  private func measure(_ server: BenchServer) async throws {
    print("\(connections) connections × \(streams) calls in flight, \(seconds) s each, TLS")
    let echo = try await echoFigures(server)
    print(echo.line("echo        "))
    let get = try await getFigures(server)
    print(get.line("GetDispute  "))
    let filed = try await fileFigures(server)
    print(filed.line("FileDispute "))
    let ratio = Int((get.perSecond / max(echo.perSecond, 1) * 100).rounded())
    print("GetDispute runs at \(ratio) % of the echo; each filing is on disk before its answer")
  }

  private func echoFigures(_ server: BenchServer) async throws -> LoadFigures {
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0,
      security: .tls(
        certificateChainFile: server.certificate, privateKeyFile: server.privateKey))
    let grpc = GRPCServer(transport: transport, services: [EchoService()])
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await grpc.serve() }
      let port = try await transport.boundAddress.port
      let figures = try await load(
        MethodDescriptor(fullyQualifiedService: "parley.bench.Echo", method: "Get"),
        request: { _ in [1, 2, 3, 4] }, accepts: { $1 == EchoService.reply }
      ).run { try server.connect(port: port) }
      grpc.beginGracefulShutdown()
      try await group.waitForAll()
      return figures
    }
  }

  private func getFigures(_ server: BenchServer) async throws -> LoadFigures {
    let name = try await server.fileDispute(number: 0)
    let request = RawMessage().text(1, name).bytes
    let method = MethodDescriptor(
      fullyQualifiedService: Procedure.getDispute.service, method: Procedure.getDispute.method)
    let expected = try await server.reply(to: request, method: method)
    return try await load(
      method, token: server.token, request: { _ in request }, accepts: { $1 == expected }
    ).run { try server.connect() }
  }

  private func fileFigures(_ server: BenchServer) async throws -> LoadFigures {
    // Drafts are opened beforehand, so that what is timed is the filing alone.
    let drafts = try await server.openDrafts(count: seconds * Self.draftsPerSecond)
    let requests = drafts.map { name in
      RawMessage().text(1, name).text(14, UUID().uuidString.lowercased()).bytes
    }
    let method = MethodDescriptor(
      fullyQualifiedService: Procedure.fileDispute.service, method: Procedure.fileDispute.method)
    return try await load(
      method, token: server.token,
      // Once every draft is filed the run ends: a repeat would be answered without any work.
      request: { $0 <= requests.count ? requests[$0 - 1] : nil },
      accepts: { $1.contains(Array(drafts[$0 - 1].utf8)) }
    ).run { try server.connect() }
  }

  private func load(
    _ method: MethodDescriptor, token: String? = nil,
    request: @escaping @Sendable (Int) -> [UInt8]?,
    accepts: @escaping @Sendable (Int, [UInt8]) -> Bool
  ) -> Load {
    var metadata = Metadata()
    if let token { metadata.addString("Bearer \(token)", forKey: "authorization") }
    return Load(
      method: method, metadata: metadata, connections: connections, streams: streams,
      seconds: seconds, request: request, accepts: accepts)
  }
}
