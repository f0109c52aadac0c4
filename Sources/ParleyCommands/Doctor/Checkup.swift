import Glibc
import ParleyClient

/// The checks of `parley doctor`, one after the other: each says what it found, and what hangs on one that
/// failed is not looked at.
struct Checkup {
  /// Days before a certificate or a session ends from which on it is said.
  private static let certificateWarnDays: Int64 = 14
  private static let sessionWarnDays: Int64 = 2
  /// Seconds by which the clocks may differ before it is said: what "in 2 minutes" bears.
  private static let skewSecondsMax: Int64 = 30

  private(set) var findings: [Finding] = []
  private let desk: Desk

  init(_ desk: Desk) {
    self.desk = desk
  }

  mutating func run() async {
    configuration()
    keptFiles()
    guard server() else { return skip(["certificate", "login", "service", "clock"]) }
    guard await certificate() else { return skip(["login", "service", "clock"]) }
    guard login() else { return skip(["service", "clock"]) }
    guard await service() else { return skip(["clock"]) }
    await clock()
  }

  private mutating func note(
    _ check: String, _ state: Finding.State, _ said: String, next: String? = nil
  ) {
    findings.append(Finding(check, state, said, next: next))
  }

  private mutating func skip(_ checks: [String]) {
    for check in checks { note(check, .skipped, "not looked at") }
  }

  // MARK: This machine

  /// A file that cannot be read ends every command, this one too, with its own sentence.
  private mutating func configuration() {
    let path = desk.paths.shown(desk.paths.configFile.path)
    let exists = (try? desk.paths.configFile.exists()) ?? false
    let context = desk.settings[.context].map { ", context \($0.value)" } ?? ""
    note("configuration", .ok, (exists ? path : "none; defaults are used") + context)
  }

  /// Whoever reads the sessions acts as these people.
  private mutating func keptFiles() {
    let path = desk.paths.sessions.path
    let shown = desk.paths.shown(path)
    var state = stat()
    guard stat(path, &state) == 0 else {
      return note("kept files", .ok, "nothing is kept yet")
    }
    if state.st_mode & 0o077 != 0 || state.st_uid != geteuid() {
      note(
        "kept files", .failed, "\(shown) can be read by others: your sessions are in it",
        next: "chmod 600 \(shown)")
    } else {
      note("kept files", .ok, "\(shown), for you alone")
    }
  }

  // MARK: The server

  private mutating func server() -> Bool {
    guard let stated = desk.settings[.server] else {
      note(
        "server", .failed, "no server is known", next: "parley auth login --server localhost:8443")
      return false
    }
    guard desk.server != nil else {
      note(
        "server", .failed, "\(stated.value) is not a server: write host:port",
        next: "parley config explain server")
      return false
    }
    note("server", .ok, "\(stated.value), \(stated.origin.shown)")
    return true
  }

  /// Whether it can be reached at all, by whose certificate, and until when.
  private mutating func certificate() async -> Bool {
    let endpoint: ServiceEndpoint
    do {
      endpoint = try desk.statedEndpoint()
    } catch {
      note("certificate", .failed, Self.sentence(error), next: "parley config explain server")
      return false
    }
    if endpoint.trust == .cleartext {
      note("certificate", .ok, "none: cleartext on this machine")
      return true
    }
    do {
      let shown = try await desk.world.probe(endpoint)
      return judge(shown, endpoint)
    } catch {
      note(
        "certificate", .failed, Self.sentence(error),
        next: "ask the office whether it runs, and your network whether it lets you through")
      return false
    }
  }

  private mutating func judge(_ shown: ShownCertificate, _ endpoint: ServiceEndpoint) -> Bool {
    let short = shown.fingerprint.prefix(16)
    if case .pinned(let pinned) = endpoint.trust {
      let wanted = pinned.lowercased().filter(\.isHexDigit)
      guard wanted == shown.fingerprint else {
        note(
          "certificate", .failed,
          "\(short)… is not the one you trusted, \(wanted.prefix(16))…: it was renewed, or somebody "
            + "stands between",
          next: "ask the office for its fingerprint, then parley auth login --server "
            + endpoint.server)
        return false
      }
    }
    let trusted: String
    switch endpoint.trust {
    case .pinned: trusted = "pinned"
    case .authority(let file): trusted = "by \(file)"
    case .system, .cleartext: trusted = "by the system's authorities"
    }
    let left = shown.expiresAt.map { $0 - desk.world.now() }
    let until = shown.expiresAt.map { ", until \(Timestamp.text($0).prefix(10))" } ?? ""
    switch left {
    case .some(...0):
      note(
        "certificate", .failed, "\(short)… expired\(until)",
        next: "the office puts a new certificate in place")
    case .some(..<(Self.certificateWarnDays * 86_400)):
      note(
        "certificate", .warning, "\(short)…, \(trusted)\(until)",
        next: "the office renews it before that day")
    default: note("certificate", .ok, "\(short)…, \(trusted)\(until)")
    }
    return true
  }

  // MARK: You

  private mutating func login() -> Bool {
    if desk.world.variable("PARLEY_TOKEN") != nil {
      note("login", .ok, "by PARLEY_TOKEN")
      return true
    }
    let next = "parley auth login --server \(desk.server ?? "localhost:8443")"
    guard let session = desk.session else {
      note("login", .failed, "nobody is signed in there", next: next)
      return false
    }
    let end = Timestamp.seconds(session.expireTime)
    let left = end.map { $0 - desk.world.now() } ?? .max
    let until = end == nil ? "" : ", until \(session.expireTime.prefix(10))"
    if left <= 0 {
      note("login", .failed, "the session of \(session.displayName) ended\(until)", next: next)
      return false
    }
    let isShort = left < Self.sessionWarnDays * 86_400
    note(
      "login", isShort ? .warning : .ok, "\(session.displayName), \(session.shortMember)\(until)",
      next: isShort ? "parley auth code, and sign in with it" : nil)
    return true
  }

  /// Whether the service answers, over the trust that commands use, and still knows the session.
  private mutating func service() async -> Bool {
    do {
      let reply = try await desk.ask(.getSession, .fields([:]))
      note("service", .ok, "answers, and knows you as \(reply.text("member.displayName"))")
      return true
    } catch let refusal as ServiceRefusal where refusal.code == .unauthenticated {
      note(
        "service", .failed, "does not know your session: it was ended",
        next: "parley auth login --server \(desk.server ?? "localhost:8443")")
    } catch {
      note(
        "service", .failed, Self.sentence(error), next: "ask the office whether it runs")
    }
    return false
  }

  /// The server's wall clock, without what a development clock was moved, against this machine's.
  private mutating func clock() async {
    do {
      let reply = try await desk.ask(.getClock, .fields([:]))
      guard let server = Timestamp.seconds(reply.text("currentTime")) else {
        return note("clock", .skipped, "the server says no time")
      }
      let moved = Int64(reply.text("offset").prefix { $0 != "." && $0 != "s" }) ?? 0
      let ahead = desk.world.now() - (server - moved)
      let development = moved == 0 ? "" : "; the server's was moved for development"
      if abs(ahead) <= Self.skewSecondsMax {
        note("clock", .ok, "as the server's\(development)")
      } else {
        note(
          "clock", .warning,
          "\(abs(ahead)) seconds \(ahead > 0 ? "ahead of" : "behind") the server's, by which deadlines "
            + "run\(development)",
          next: "timedatectl set-ntp true")
      }
    } catch {
      note("clock", .failed, Self.sentence(error), next: "parley admin clock show")
    }
  }

  private static func sentence(_ error: any Error) -> String {
    let failure = FailureWording.failure(error, dispute: nil, server: nil, times: nil)
    return failure.sentence.hasSuffix(".") ? String(failure.sentence.dropLast()) : failure.sentence
  }
}
