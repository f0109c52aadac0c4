import Foundation
import GRPCCore
import GRPCNGHTTP2
import ParleyClient

/// A `parleyd` of its own for one run: the program that lies beside this one, on a fresh data
/// directory, with an organization and a broker in it.
actor BenchServer {
  /// Certificate chain and key, in PEM form.
  nonisolated let certificate: String
  nonisolated let privateKey: String
  nonisolated let port: Int
  /// The session of the broker.
  nonisolated let token: String
  private let organization: String
  private let process: Process
  private let folder: URL
  private let broker: ServiceConnection

  private init(
    process: Process, folder: URL, port: Int, organization: String, token: String,
    broker: ServiceConnection
  ) {
    certificate = Self.certificate(in: folder)
    privateKey = Self.data(in: folder).appending(path: "keys/tls-key.pem").path
    self.port = port
    self.token = token
    self.organization = organization
    self.process = process
    self.folder = folder
    self.broker = broker
  }

  /// Founds a data directory, starts the server on it and enrols a broker.
  static func start() async throws -> BenchServer {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "parley-bench-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      let code = try BenchProcess.output(
        ["init", "--data", data(in: folder).path], after: "Enrolment code")
      let (process, address) = try BenchProcess.serving(
        ["serve", "--data", data(in: folder).path, "--listen", "127.0.0.1:0"],
        after: "Listening on")
      guard let port = address.split(separator: ":").last.flatMap({ Int($0) }) else {
        process.terminate()
        throw BenchFailure("\(address) names no port")
      }
      do {
        return try await enrolled(code: code, port: port, process: process, folder: folder)
      } catch {
        process.terminate()
        throw error
      }
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  /// A transport to a server with this run's certificate: by default the one being measured.
  nonisolated func connect(port: Int? = nil) throws -> NGHTTP2ClientTransport {
    try NGHTTP2ClientTransport(
      host: "127.0.0.1", port: port ?? self.port, security: .tls(.authorities(file: certificate)))
  }

  /// Files a dispute and answers its name.
  func fileDispute(number: Int) async throws -> String {
    let name = try await openDraft(number: number)
    _ = try await broker.call(
      .fileDispute, .fields(["name": .text(name), "requestId": Self.requestID()]))
    return name
  }

  /// Opens drafts that are ready to be filed, many at a time, and answers their names.
  func openDrafts(count: Int) async throws -> [String] {
    try await withThrowingTaskGroup(of: String.self) { group in
      var names: [String] = []
      var next = 1
      while next <= min(count, Self.draftsAtOnce) {
        let number = next
        group.addTask { try await self.openDraft(number: number) }
        next += 1
      }
      for try await name in group {
        names.append(name)
        if next <= count {
          let number = next
          group.addTask { try await self.openDraft(number: number) }
          next += 1
        }
      }
      return names
    }
  }

  /// One reply as the server sends it, to compare the measured ones with.
  func reply(to request: [UInt8], method: MethodDescriptor) async throws -> [UInt8] {
    var metadata = Metadata()
    metadata.addString("Bearer \(token)", forKey: "authorization")
    return try await withGRPCClient(transport: connect()) { [metadata] client in
      try await client.unary(
        request: ClientRequest(message: request, metadata: metadata), descriptor: method,
        serializer: RawBytes(), deserializer: RawBytes(), options: .defaults
      ) { try $0.message }
    }
  }

  /// Ends the server and removes its data directory.
  func stop() async {
    await broker.close()
    process.end()
    try? FileManager.default.removeItem(at: folder)
  }

  private static let draftsAtOnce = 64

  private static func data(in folder: URL) -> URL { folder.appending(path: "data") }

  private static func certificate(in folder: URL) -> String {
    data(in: folder).appending(path: "keys/tls-certificate.pem").path
  }

  private static func requestID() -> PlainValue { .text(UUID().uuidString.lowercased()) }

  private static func enrolled(
    code: String, port: Int, process: Process, folder: URL
  ) async throws -> BenchServer {
    let administrator = try await signIn(code, name: "Ada Quay", port: port, folder: folder)
    let organization = try await administrator.connection.call(
      .createOrganization,
      .fields([
        "displayName": .text("Tideway Brokers"), "kind": .text("ORGANIZATION_KIND_BROKERAGE"),
        "requestId": requestID(),
      ])
    ).text("name")
    let invitation = try await administrator.connection.call(
      .createInvitation,
      .fields([
        "role": .text("ROLE_BROKER"), "organization": .text(organization),
        "email": .text("bela@tideway.example"), "displayName": .text("Bela Tide"),
        "requestId": requestID(),
      ])
    ).text("code")
    await administrator.connection.close()
    let broker = try await signIn(invitation, name: "Bela Tide", port: port, folder: folder)
    return BenchServer(
      process: process, folder: folder, port: port, organization: organization,
      token: broker.token, broker: broker.connection)
  }

  /// Turns a code into a session and opens a connection under it.
  private static func signIn(
    _ code: String, name: String, port: Int, folder: URL
  ) async throws -> (token: String, connection: ServiceConnection) {
    let anybody = try await connection(nil, port: port, folder: folder)
    let reply = try await anybody.call(
      .enrol, .fields(["code": .text(code), "displayName": .text(name), "requestId": requestID()]))
    await anybody.close()
    let token = reply.text("token")
    return (token, try await connection(token, port: port, folder: folder))
  }

  private static func connection(
    _ token: String?, port: Int, folder: URL
  ) async throws -> ServiceConnection {
    let address = "127.0.0.1:\(port)"
    let trust = ServerTrust.authority(file: certificate(in: folder))
    guard let endpoint = ServiceEndpoint(address: address, trust: trust, token: token) else {
      throw BenchFailure("\(address) is no address")
    }
    return try await ServiceConnection.open(endpoint)
  }

  private func openDraft(number: Int) async throws -> String {
    try await broker.call(.createDispute, SampleDispute.request(number, of: organization))
      .text("dispute.name")
  }
}
