import ArgumentParser
import ParleyClient

/// Redeems a one-time code and keeps the session.
struct AuthLogin: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "login", "Sign in with the one-time code of an invitation",
    examples: [
      "parley auth login --server localhost:8443 --name 'Ines Duarte'",
      "parley auth login --server localhost:8443 --join",
    ],
    notes: "The code is asked for, or read from standard input; never given as an option.")

  @Option(help: "How to call you; asked for where not given.") var name: String?
  @Option(help: "A name for this device.") var label: String?
  @Option(help: "The server's certificate must have this SHA-256.") var fingerprint: String?
  @Flag(help: "Take a seat with the session you have.") var join = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    if join { return try await takeSeat(desk) }
    guard let address = desk.settings[.server]?.value else {
      throw CommandFailure.usage("Say where: --server host:port.")
    }
    let endpoint = try await trusted(address, desk)
    let code = try desk.secret("Enrolment code:")
    let displayName = try name ?? desk.line("Your name:", option: "--name")
    let channel = try await desk.world.connect(endpoint)
    let request = PlainValue.fields([
      "code": .text(code), "displayName": .text(displayName), "label": .text(of: label),
    ])
    let reply: PlainValue
    do {
      reply = try await desk.enrol(request, channel: channel, server: endpoint.server)
    } catch {
      await channel.close()
      throw error
    }
    await channel.close()
    let session = try session(reply, endpoint)
    desk.book.keep(session)
    try desk.book.save(desk.paths.sessions)
    // A code for a seat takes it too, which is on record.
    try await desk.keep(reply.list("change.receipts"))
    let until = desk.times.due(session.expireTime)
    let path = desk.paths.shown(desk.paths.sessions.path)
    try desk.show(
      ChangeReport(
        "Signed in as \(session.displayName)\(Self.roles(session)) until \(until).",
        consequence: "Session kept in \(path), readable by you only.", next: "parley list",
        value: reply.setting("token", to: .null), id: session.member))
  }

  /// Redeems a code for a seat with the session in use.
  private func takeSeat(_ desk: Desk) async throws {
    let code = try desk.secret("Invitation code:")
    let request = PlainValue.fields(["code": .text(code)])
    let reply = try await desk.enrol(
      request, channel: try await desk.service(), server: desk.server ?? "")
    let change = reply["change"] ?? .null
    desk.subject = DisputeID(change.text("dispute.name"))
    desk.noteSeen([change.text("dispute.name")])
    desk.noteChanged()
    try await desk.keep(change.list("receipts"))
    let place = desk.subject.map { " in \($0)" } ?? ""
    try desk.show(desk.report("Took the seat\(place).", change: change, value: reply))
  }

  /// The endpoint to trust: as the options say, else the certificate that is shown, after asking.
  private func trusted(_ address: String, _ desk: Desk) async throws -> ServiceEndpoint {
    let stated = try desk.endpoint(address: address, token: nil, fallback: .system)
    guard stated.trust == .system else { return stated }
    if let fingerprint {
      return try desk.endpoint(
        address: address, token: nil, fallback: .pinned(fingerprint: fingerprint))
    }
    let shown = try await ServiceConnection.fingerprint(of: stated)
    let known = desk.book.session(server: stated.server)?.trust
    if known == .pinned(fingerprint: shown) {
      return try desk.endpoint(address: address, token: nil, fallback: .pinned(fingerprint: shown))
    }
    let seen = known == nil ? "first seen" : "ANOTHER than before"
    desk.note("Server certificate  SHA-256 \(Self.grouped(shown))  (\(seen))")
    try desk.confirm(.yesOrNo("Compare it with what you were told. Trust it?"))
    return try desk.endpoint(address: address, token: nil, fallback: .pinned(fingerprint: shown))
  }

  private func session(_ reply: PlainValue, _ endpoint: ServiceEndpoint) throws -> SessionRecord {
    let token = reply.text("token")
    guard !token.isEmpty else {
      throw CommandFailure(.failed, "The service answered without a session.")
    }
    return SessionRecord(
      server: endpoint.server, member: reply.text("member.name"),
      displayName: reply.text("member.displayName"),
      roles: reply.list("member.grants").map { $0.text("role") }, token: token,
      expireTime: reply.text("session.expireTime"), trust: endpoint.trust)
  }

  static func roles(_ session: SessionRecord) -> String {
    let roles = session.roles.map { ShownName.value($0, "ROLE") }
    return roles.isEmpty ? "" : " (\(roles.joined(separator: ", ")))"
  }

  /// Groups of four digits, which two people can compare over the telephone.
  static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, index.isMultiple(of: 4) { text += " " }
      text.append(digit)
    }
    return text
  }
}
