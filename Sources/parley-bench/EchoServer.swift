import ArgumentParser
import GRPCCore
import GRPCNGHTTP2

/// Serves `/parley.bench.Echo/Get`: any bytes in, 300 bytes out. What is measured against it is the
/// transport and GRPCCore, without any work of the product.
struct EchoServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echo-server",
    abstract: "Answer every call with 300 bytes, on 127.0.0.1.")

  @Option(help: "Port to listen on; 0 for any free one.")
  var port = 50_061

  @Option(help: "Certificate chain in PEM form; with --tls-key, serves TLS.")
  var tlsCert: String?

  @Option(help: "Private key in PEM form.")
  var tlsKey: String?

  @Option(help: "Event loops.")
  var loops = 1

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535.") }
    guard loops >= 1 else { throw ValidationError("--loops is at least 1.") }
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-cert and --tls-key go together.")
    }
  }

  func run() async throws {
    var settings = ServerConfiguration()
    settings.loops = loops
    var security = ServerSecurity.cleartextOnLoopback
    if let tlsCert, let tlsKey {
      security = .tls(certificateChainFile: tlsCert, privateKeyFile: tlsKey)
    }
    let transport = NGHTTP2ServerTransport(
      host: "127.0.0.1", port: port, security: security, configuration: settings)
    let server = GRPCServer(transport: transport, services: [EchoService()])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.serve() }
      print("listening on \(try await transport.boundAddress)")
      try await group.waitForAll()
    }
  }
}
