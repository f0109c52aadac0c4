import ArgumentParser
import Foundation
import GRPCCore
import GRPCNGHTTP2

/// Serves `/parley.bench.Echo/Get` and `GetFast`: any bytes in, 300 bytes out. What is measured against it is the
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
    let identity = tlsCert.flatMap { certificate in
      tlsKey.map { BenchIdentity(certificate: certificate, key: $0) }
    }
    let transport = Self.transport(identity: identity, port: port, loops: loops)
    let server = GRPCServer(transport: transport, services: [EchoService()])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.serve() }
      let line = "listening on \(try await transport.boundAddress)\n"
      // Unbuffered, since whoever started the program may wait for this line.
      try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
      try await group.waitForAll()
    }
  }

  /// A transport of the echo service, on one loop unless told otherwise.
  static func transport(
    identity: BenchIdentity?, port: Int = 0, loops: Int = 1
  ) -> NGHTTP2ServerTransport {
    var settings = ServerConfiguration()
    settings.loops = loops
    settings.fastMethods = [EchoService.fast]
    let security = identity.map {
      ServerSecurity.tls(certificateChainFile: $0.certificate, privateKeyFile: $0.key)
    }
    return NGHTTP2ServerTransport(
      host: "127.0.0.1", port: port, security: security ?? .cleartextOnLoopback,
      configuration: settings)
  }
}
