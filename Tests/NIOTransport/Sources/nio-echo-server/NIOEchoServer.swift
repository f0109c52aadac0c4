import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import NIOPosix

/// Serves the echo service on grpc-swift's own transport with its own defaults, on one loop: takes
/// the arguments of `parley-bench echo-server` and says the same line.
@main
struct NIOEchoServer {
  static func main() async throws {
    var options = ["--port": "0", "--loops": "1"]
    var arguments = CommandLine.arguments.dropFirst()
    while let name = arguments.popFirst(), let value = arguments.popFirst() {
      options[name] = value
    }
    var security = HTTP2ServerTransport.Posix.TransportSecurity.plaintext
    if let certificate = options["--tls-cert"], let key = options["--tls-key"] {
      security = .tls(
        certificateChain: [.file(path: certificate, format: .pem)],
        privateKey: .file(path: key, format: .pem))
    }
    let loops = MultiThreadedEventLoopGroup(
      numberOfThreads: options["--loops"].flatMap { Int($0) } ?? 1)
    let transport = HTTP2ServerTransport.Posix(
      address: .ipv4(host: "127.0.0.1", port: options["--port"].flatMap { Int($0) } ?? 0),
      transportSecurity: security, eventLoopGroup: loops)
    let server = GRPCServer(transport: transport, services: [EchoService()])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.serve() }
      let address = try await transport.listeningAddress
      guard let port = address.ipv4?.port else { throw NoAddress() }
      // Unbuffered, since whoever started the program waits for this line.
      try FileHandle.standardOutput.write(contentsOf: Data("listening on 127.0.0.1:\(port)\n".utf8))
      try await group.waitForAll()
    }
  }
}

/// The transport is bound to nothing that has a port.
struct NoAddress: Error {}
