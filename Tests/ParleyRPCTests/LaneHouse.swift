import Foundation
import GRPCCore
import GRPCNGHTTP2
import Logging
import OpenSSLKit
import ParleyDomain
import ParleyRPC
import ParleyService
import ParleyStore
import Testing

/// One registrar behind two servers, of which the first answers what it can on the fast lane, and
/// people to ask them.
struct LaneHouse: Sendable {
  let registrar: Registrar
  let fastMethods: [FastMethod]
  let fastCounters: ServerCounters
  let fast: GRPCClient<NGHTTP2ClientTransport>
  let slow: GRPCClient<NGHTTP2ClientTransport>

  /// Session tokens: who opened the dispute, another broker of the same office, somebody else.
  let author: String
  let colleague: String
  let stranger: String

  /// The name of a draft, with a note of its author in the claimant's own part.
  let dispute: String
  private let id: DisputeID

  static let part = Compartment.partyPrivate(.claimant)

  /// Founds a directory, serves it, runs a test, and takes all down again.
  static func with(_ body: @escaping @Sendable (LaneHouse) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/parley-lanes-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let founded = try await Founding.found(
      at: path, hosts: ["localhost"], institution: nil, administrator: "Ada Quay",
      email: "ada@quay.example", forDevelopment: true)
    let log = Logger(label: "lanes") { _ in SwiftLogNoOpLogHandler() }
    let registrar = try Registrar.open(at: path, zone: "UTC", log: log, onFatal: { _ in })
    try await serve(registrar, code: founded.code.code, log: log, body)
    await registrar.close()
  }

  /// How many reads of the claimant's own part its people are told of.
  func recordedReads() async throws -> Int {
    let caller = try registrar.authenticate(token: author)
    return try await registrar.reads(of: id, after: nil, limit: 50, for: caller).reads.count
  }

  private static func serve(
    _ registrar: Registrar, code: String, log: Logger,
    _ body: @escaping @Sendable (LaneHouse) async throws -> Void
  ) async throws {
    let health = ServingStatus()
    health.set(serving: true)
    let methods = Adaptors.fastMethods(registrar: registrar, health: health, log: log)
    var configuration = ServerConfiguration()
    configuration.loops = 1
    let slow = transport(configuration)
    configuration.counters = ServerCounters()
    configuration.fastMethods = methods
    let fast = transport(configuration)
    let servers = [slow, fast].map { transport in
      GRPCServer(
        transport: transport,
        services: Adaptors.services(
          registrar: registrar, health: health, intake: "none", log: log),
        interceptors: Adaptors.interceptors(registrar: registrar, log: log))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for server in servers { group.addTask { try await server.serve() } }
      defer { for server in servers { server.beginGracefulShutdown() } }
      let clients = [try await client(to: slow), try await client(to: fast)]
      for client in clients { group.addTask { try await client.runConnections() } }
      defer { for client in clients { client.beginGracefulShutdown() } }
      let people = try await people(registrar, code: code)
      try await body(
        LaneHouse(
          registrar: registrar, fastMethods: methods, fastCounters: configuration.counters,
          fast: clients[1], slow: clients[0], author: people.author,
          colleague: people.colleague, stranger: people.stranger,
          dispute: "disputes/\(people.id.text)",
          id: people.id))
    }
  }

  private static func transport(_ configuration: ServerConfiguration) -> NGHTTP2ServerTransport {
    NGHTTP2ServerTransport(
      host: "127.0.0.1", port: 0, security: .cleartextOnLoopback, configuration: configuration)
  }

  private static func client(
    to transport: NGHTTP2ServerTransport
  ) async throws -> GRPCClient<NGHTTP2ClientTransport> {
    GRPCClient(
      transport: try NGHTTP2ClientTransport(
        host: "127.0.0.1", port: try await transport.boundAddress.port,
        security: .cleartextOnLoopback))
  }

  private static func people(
    _ registrar: Registrar, code: String
  ) async throws -> (author: String, colleague: String, stranger: String, id: DisputeID) {
    let ada = try await token(registrar, code)
    let administrator = try registrar.authenticate(token: ada)
    let office = try await registrar.createOrganization(name: "Northgate", by: administrator)
    let other = try await registrar.createOrganization(name: "Southgate", by: administrator)
    var tokens: [String] = []
    for (organization, name) in [(office, "First"), (office, "Second"), (other, "Third")] {
      let invited = try await registrar.invite(
        InvitationSpec(
          role: .broker, organization: organization.id, name: "\(name) Broker",
          email: "\(name.lowercased())@gate.example"), by: administrator)
      tokens.append(try await token(registrar, invited.code))
    }
    let author = try registrar.authenticate(token: tokens[0])
    let answer = try await registrar.open(
      OpeningRequest(opening: try opening(), words: words, repeatability: request("draft")),
      by: author, reply: { Array($0.sheet.dispute.id.text.utf8) })
    let id = DisputeID(String(decoding: answer.reply, as: UTF8.self))
    _ = try await registrar.change(
      ChangeRequest(
        dispute: id, ask: .command(.addNote(part)), words: [Word("note.text", "Between us.")],
        freshness: .any, repeatability: request("note")), by: author, reply: { _ in [] })
    return (tokens[0], tokens[1], tokens[2], id)
  }

  private static func token(_ registrar: Registrar, _ code: String) async throws -> String {
    try #require(try await registrar.enrol(code: code, name: nil, device: "desk").token)
  }

  private static func request(_ content: String) -> Repeatability {
    Repeatability(
      requestID: UUID().uuidString.lowercased(), content: SHA256.hash(content.utf8),
      fields: ["content": content])
  }

  private static func opening() throws -> DisputeOpening {
    let today = Zone.utc.date(at: SystemClock.now())
    let euro = try #require(Currency(code: "EUR"))
    return DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: "PT",
      contractForm: .writtenSigned, contractType: .brokerage, clauses: [],
      items: [
        ClaimItem(
          number: 1, issued: today.adding(days: -60), due: today.adding(days: -30),
          amount: Money(minorUnits: 540_000, currency: euro))
      ],
      limitation: today.adding(days: 900))
  }

  private static var words: [Word] {
    let paths =
      (try? Command.createDispute(opening()).wordPaths.filter(\.isRequired).map(\.path)) ?? []
    return paths.map { Word($0, "Text") } + [
      Word("respondent.email", "due@client.example"), Word("limitation.source", "Text"),
    ]
  }
}

/// Messages as bytes.
struct RawBytes: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) throws -> Bytes {
    Bytes(message)
  }

  func deserialize<Bytes: GRPCContiguousBytes>(_ serialized: Bytes) throws -> [UInt8] {
    serialized.withUnsafeBytes { Array($0) }
  }
}
