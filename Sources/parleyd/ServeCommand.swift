import ArgumentParser
import GRPCCore
import GRPCNGHTTP2
import Logging
import ParleyRPC
import ParleyService
import ServiceLifecycle
import UnixSignals

/// Answers over gRPC until told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer over gRPC until told to stop.",
    discussion: """
      Examples:

        parleyd serve --data /var/lib/parley
        parleyd serve --config /etc/parley/parleyd.yaml --listen 0.0.0.0:8443

      Prints the address once it answers. SIGTERM and SIGINT end it in good order: no new calls,
      running ones finish, every acknowledged write is on disk already. SIGHUP has the certificate
      read again.
      """)

  @OptionGroup var options: ServeOptions

  func run() async throws {
    let settings: ServerSettings
    do {
      settings = try await ServerSettings.read(flags: options.given, file: options.config)
    } catch let fault as ServerSettings.Fault {
      throw ValidationError(fault.description)
    }
    guard let level = Logger.Level(rawValue: settings.logLevel) else {
      throw ValidationError("log.level takes one of trace, debug, info, notice, warning, error.")
    }
    LoggingSystem.bootstrap(StreamLogHandler.standardError)
    var log = Logger(label: "parleyd")
    log.logLevel = level
    let ending = log
    let registrar = try Registrar.open(
      at: settings.data, zone: settings.zone, quotas: settings.evidence, log: log
    ) { fault in
      // After a failed write or sync the disk and the memory may disagree: nothing more can be
      // promised, and the state on disk is read anew at the next start.
      ending.critical("writing has stopped", metadata: ["fault": "\(fault)"])
      ParleydExit.afterFatalFault()
    }
    let services = services(of: registrar, settings: settings, log: log)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          CaseClock(
            registrar: registrar,
            readings: ReadingRoom(registrar: registrar, program: settings.intake))
        ] + services,
        gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
    try await group.run()
    await registrar.close()
  }

  /// The server and what looks after it; the server stops first.
  private func services(
    of registrar: Registrar, settings: ServerSettings, log: Logger
  ) -> [any Service] {
    let made = TLSFiles(dataDirectory: settings.data)
    let health = ServingStatus()
    let counters = ServerCounters()
    let incidents = IncidentLog(log: log) { counters.count(of: $0) }
    var configuration = ServerConfiguration()
    configuration.loops = settings.loops
    configuration.counters = counters
    configuration.fastMethods = Adaptors.fastMethods(
      registrar: registrar, health: health, log: log)
    configuration.onIncident = { incidents.note($0) }
    configuration.onReload = { CertificateReloader.tell(log) }
    configuration.onReloadFailure = { CertificateReloader.tell(log, failure: $0) }
    let transport = NGHTTP2ServerTransport(
      host: settings.host, port: settings.port,
      security: settings.cleartext
        ? .cleartextOnLoopback
        : .tls(
          certificateChainFile: settings.certificate ?? made.certificate,
          privateKeyFile: settings.key ?? made.key),
      configuration: configuration)
    let reloader = CertificateReloader(
      transport: transport, isCleartext: settings.cleartext, log: log)
    let server = CaseServer(
      transport: transport, health: health,
      server: GRPCServer(
        transport: transport,
        services: Adaptors.services(
          registrar: registrar, health: health, intake: settings.intake, log: log),
        interceptors: Adaptors.interceptors(registrar: registrar, log: log)))
    return [incidents, reloader, server]
  }
}
