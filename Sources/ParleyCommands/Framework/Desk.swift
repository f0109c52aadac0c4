import ParleyClient
import TerminalKit

/// What a command works with: its options and settings, the session, the channel to the server,
/// and the way results are written.
final class Desk {
  let world: World
  let options: GlobalOptions
  let settings: Settings
  let config: ConfigFile
  let paths: StatePaths
  let terminal: Terminal
  let times: TimeText
  let output: OutputFormat
  var book: SessionBook
  /// The dispute the command is about, for the `Next:` line of a refusal.
  var subject: DisputeID?
  /// Disputes whose heads were held against the receipts since their last change.
  var compared: Set<DisputeID> = []
  /// Disputes that answers only named.
  var named: Set<DisputeID> = []
  /// What did not agree, told at the end.
  var doubts: [any Error] = []
  /// What was written in the editor: kept until the server has taken it.
  var edited: PrivateFile?
  /// Whether the command has changed something.
  var hasChanged = false
  private var channel: (any ServiceChannel)?

  /// Whether the server was spoken to.
  var isConnected: Bool { channel != nil }

  /// Reads configuration and sessions. Throws where one of them cannot be read or the options name
  /// what is not there.
  init(world: World, options: GlobalOptions) throws {
    self.world = world
    self.options = options
    paths = StatePaths(variables: world.environment.variables)
    config = try ConfigFile.load(paths.configFile)
    book = try SessionBook.load(paths.sessions)
    settings = try Settings(
      options: options, variables: world.environment.variables, file: config,
      path: paths.shown(paths.configFile.path), lastServer: book.lastServer)
    let color = try Self.choice(settings[.color], as: ColorWhen.self) ?? .auto
    let time = try Self.choice(settings[.time], as: TimeForm.self) ?? .relative
    let format = try Self.choice(settings[.output], as: OutputFormat.self) ?? .table
    terminal = Terminal(environment: world.environment, color: color.choice)
    output = options.json == nil ? format : .json
    times = TimeText(
      now: world.now(), zone: world.zone,
      isISO: time == .iso || !terminal.isTerminal(.output))
  }

  /// The session in use; nil where nobody is signed in at the server.
  var session: SessionRecord? {
    guard let server = server else { return nil }
    return book.session(server: server, member: settings[.identity]?.value)
  }

  /// Host and port of the server, in the form sessions are keyed by.
  var server: String? {
    guard let stated = settings[.server]?.value else { return nil }
    return ServiceEndpoint(address: stated, trust: .system, token: nil)?.server
  }

  /// What things kept for this identity are kept under.
  var identityKey: String {
    "\(server ?? "") \(session?.member ?? "token")"
  }

  /// The receipts of this server.
  var shelf: ReceiptShelf {
    if case .pinned(let fingerprint)? = session?.trust {
      return paths.receipts(key: String(fingerprint.filter { $0.isHexDigit }))
    }
    return paths.receipts(key: server ?? "none")
  }

  /// The open channel; opened at the first call. Throws status 4 where nobody is signed in.
  func service() async throws -> any ServiceChannel {
    if let channel { return channel }
    let opened = try await world.connect(try endpoint())
    channel = opened
    return opened
  }

  /// Closes the channel, if one was opened.
  func finish() async {
    await channel?.close()
    channel = nil
  }

  /// The endpoint that commands use, whether anybody is signed in there or not.
  func statedEndpoint() throws(CommandFailure) -> ServiceEndpoint {
    try endpoint(
      address: settings[.server]?.value ?? "", token: nil, fallback: session?.trust ?? .system)
  }

  private func endpoint() throws -> ServiceEndpoint {
    guard let stated = settings[.server]?.value else {
      throw CommandFailure(
        .notPermitted, "No server is known.", next: "parley auth login --server localhost:8443")
    }
    let token = world.variable("PARLEY_TOKEN") ?? session?.token
    guard let token else {
      throw CommandFailure(
        .notPermitted, "Nobody is signed in at \(stated).",
        next: "parley auth login --server \(stated)")
    }
    return try endpoint(address: stated, token: token, fallback: session?.trust ?? .system)
  }

  /// The endpoint of an address, trusted as the options and variables say, else as `fallback`.
  func endpoint(
    address: String, token: String?, fallback: ServerTrust
  ) throws(CommandFailure) -> ServiceEndpoint {
    var trust = fallback
    if options.cleartext || world.variable("PARLEY_CLEARTEXT") == "1" {
      trust = .cleartext
    } else if let file = settings[.ca]?.value {
      trust = .authority(file: file)
    } else if let fingerprint = world.variable("PARLEY_FINGERPRINT") {
      trust = .pinned(fingerprint: fingerprint)
    }
    guard let endpoint = ServiceEndpoint(address: address, trust: trust, token: token) else {
      if trust == .cleartext, ServiceEndpoint(address: address, trust: .system, token: nil) != nil {
        throw .usage("\(address) is not this machine, so --cleartext is refused.")
      }
      throw .usage("\(address) is not a server: write host:port.")
    }
    return endpoint
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ resolved: Settings.Resolved?, as type: Choice.Type
  ) throws(CommandFailure) -> Choice? {
    guard let resolved else { return nil }
    guard let choice = Choice(rawValue: resolved.value) else {
      throw .usage("\(resolved.value) (\(resolved.origin.shown)) is not one of the choices.")
    }
    return choice
  }
}
