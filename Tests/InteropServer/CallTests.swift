import ArgumentParser
import GRPCCore
import GRPCNGHTTP2
import InteropWire

/// Plays the client's part of test cases against any server; ends 0 when all passed.
struct CallTests: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Run test cases against a server.")

  @Option(help: "Host of the server.")
  var host = "localhost"

  @Option(help: "Port of the server.")
  var port = 0

  @Option(help: "HOST:PORT of another place with the same service; may be given again.")
  var also: [String] = []

  @Option(help: "Connect to this unix socket instead.")
  var unixSocket: String?

  @Option(help: "Authorities in PEM form; with it, TLS.")
  var ca: String?

  @Option(help: "Name the server's certificate must bear.")
  var serverName = "localhost"

  @Option(help: "Certificate to show the server, in PEM form.")
  var clientCert: String?

  @Option(help: "Its key.")
  var clientKey: String?

  @Option(help: "Milliseconds of silence before a PING, and then before giving up.")
  var keepaliveMs: Int?

  @Option(help: "MiB that the case upload sends.")
  var uploadMib = 8

  @Argument(help: "Cases to run; all unless named.")
  var cases: [String] = []

  func validate() throws {
    for name in cases where InteropCase(rawValue: name) == nil {
      let known = InteropCase.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("There is no case \(name). Cases: \(known).")
    }
  }

  func run() async throws {
    let selected = cases.isEmpty ? InteropCase.allCases : cases.compactMap(InteropCase.init)
    try await withGRPCClient(transport: try makeTransport()) { client in
      for each in selected {
        do {
          try await InteropCalls(client: client, uploadMiB: uploadMib).run(each)
          print("\(each.rawValue) passed")
        } catch {
          print("\(each.rawValue) failed: \(error)")
          throw ExitCode.failure
        }
      }
    }
  }

  private func makeTransport() throws -> NGHTTP2ClientTransport {
    var security = ClientSecurity.cleartextOnLoopback
    if let ca {
      let identity = zip(clientCert, clientKey).map {
        ClientIdentity(certificateChainFile: $0, privateKeyFile: $1)
      }
      security = .tls(.authorities(file: ca), serverName: serverName, identity: identity)
    }
    var settings = ClientConfiguration()
    if let keepaliveMs {
      settings.keepaliveInterval = .milliseconds(keepaliveMs)
      settings.keepaliveTimeout = .milliseconds(keepaliveMs)
    }
    if let unixSocket {
      return try NGHTTP2ClientTransport(
        unixSocket: unixSocket, security: security, configuration: settings)
    }
    let others = also.compactMap { text in
      text.lastIndex(of: ":").flatMap { colon in
        Int(text[text.index(after: colon)...]).map {
          Endpoint(host: String(text[..<colon]), port: $0)
        }
      }
    }
    return try NGHTTP2ClientTransport(
      endpoints: [Endpoint(host: host, port: port)] + others, security: security,
      configuration: settings)
  }

  private func zip(_ first: String?, _ second: String?) -> (String, String)? {
    guard let first, let second else { return nil }
    return (first, second)
  }
}
