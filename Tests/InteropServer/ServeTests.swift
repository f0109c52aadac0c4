import ArgumentParser
import Foundation
import GRPCCore
import GRPCNGHTTP2

/// Serves grpc.testing.TestService, grpc.health.v1 and grpc.reflection on 127.0.0.1 or a unix socket,
/// until it is told to end.
struct ServeTests: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the test services.")

  @Option(help: "Port to listen on; 0 for any free one.")
  var port = 0

  @Option(help: "Listen on this unix socket instead.")
  var unixSocket: String?

  @Option(help: "Certificate chain in PEM form; with --tls-key, serves TLS.")
  var tlsCert: String?

  @Option(help: "Private key in PEM form.")
  var tlsKey: String?

  @Option(help: "Authorities in PEM form; clients must show a certificate of theirs.")
  var clientCa: String?

  @Option(help: "Event loops.")
  var loops = 2

  @Option(help: "Milliseconds for handshake, for what stands still, and between certificate looks.")
  var shortTimersMs: Int?

  @Option(help: "Connections at once, in all.")
  var connectionsMax: Int?

  @Option(help: "Connections at once from one address.")
  var connectionsPerAddressMax: Int?

  @Option(help: "Handlers at once.")
  var handlersMax: Int?

  @Option(help: "Streams one connection may have open.")
  var streamsMax: Int?

  @Option(help: "Bytes of messages held for one connection.")
  var connectionHeldBytesMax: Int?

  @Option(help: "Bytes of messages held in all.")
  var serverHeldBytesMax: Int?

  @Option(help: "Milliseconds of silence before a PING, and then before a client is given up.")
  var keepaliveMs: Int?

  @Option(help: "Milliseconds for which a session ticket can be used.")
  var ticketLifetimeMs: Int?

  @Option(help: "Answer UnaryCall with so many bytes on the loop, without a task.")
  var fastReplyBytes: Int?

  func validate() throws {
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-cert and --tls-key go together.")
    }
    guard clientCa == nil || tlsCert != nil else {
      throw ValidationError("--client-ca needs --tls-cert.")
    }
  }

  func run() async throws {
    let transport = makeTransport()
    let board = HealthBoard()
    let server = GRPCServer(
      transport: transport,
      services: [
        InteropService(), InteropHealth(board: board), CountingService(transport: transport),
        ReflectionService(package: "grpc.reflection.v1"),
        ReflectionService(package: "grpc.reflection.v1alpha"),
      ])
    let ending = DispatchSource.makeSignalSource(signal: SIGTERM)
    signal(SIGTERM, SIG_IGN)
    ending.setEventHandler { server.beginGracefulShutdown() }
    ending.resume()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.serve() }
      let address = try await transport.boundAddress
      // Unbuffered, since whoever started the program waits for this line.
      FileHandle.standardOutput.write(Data("listening on \(address)\n".utf8))
      try await group.waitForAll()
    }
    withExtendedLifetime(ending) {}
  }

  private func makeTransport() -> NGHTTP2ServerTransport {
    var security = ServerSecurity.cleartextOnLoopback
    if let tlsCert, let tlsKey {
      security = .tls(
        certificateChainFile: tlsCert, privateKeyFile: tlsKey,
        clients: clientCa.map { .required(authoritiesFile: $0) } ?? .none)
    }
    if let unixSocket {
      return NGHTTP2ServerTransport(
        unixSocket: unixSocket, security: security, configuration: settings)
    }
    return NGHTTP2ServerTransport(
      host: "127.0.0.1", port: port, security: security, configuration: settings)
  }

  private var settings: ServerConfiguration {
    var settings = ServerConfiguration()
    settings.loops = loops
    if let shortTimersMs {
      settings.handshakeTimeout = .milliseconds(shortTimersMs)
      settings.stallTimeout = .milliseconds(shortTimersMs)
      settings.certificatePoll = .milliseconds(shortTimersMs)
    }
    if let connectionsMax { settings.connectionsMax = connectionsMax }
    if let connectionsPerAddressMax {
      settings.connectionsPerAddressMax = connectionsPerAddressMax
    }
    if let handlersMax { settings.handlersMax = handlersMax }
    if let streamsMax { settings.concurrentStreamsMax = streamsMax }
    if let connectionHeldBytesMax { settings.connectionHeldBytesMax = connectionHeldBytesMax }
    if let serverHeldBytesMax { settings.serverHeldBytesMax = serverHeldBytesMax }
    if let keepaliveMs {
      settings.keepaliveInterval = .milliseconds(keepaliveMs)
      settings.keepaliveTimeout = .milliseconds(keepaliveMs)
    }
    if let ticketLifetimeMs { settings.ticketKeyLifetime = .milliseconds(ticketLifetimeMs) }
    if let fastReplyBytes {
      settings.fastMethods = [InteropService.fastUnaryCall(replyBytes: fastReplyBytes)]
    }
    settings.onReloadFailure = { error in
      FileHandle.standardError.write(Data("certificate not reloaded: \(error)\n".utf8))
    }
    return settings
  }
}
