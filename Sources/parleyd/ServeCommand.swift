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
      running ones finish, every acknowledged write is on disk already.
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
    let server = server(of: registrar, settings: settings, log: log)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: CaseClock(
              registrar: registrar,
              readings: ReadingRoom(registrar: registrar, program: settings.intake))),
          .init(service: server),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
    try await group.run()
    await registrar.close()
  }

  private func server(
    of registrar: Registrar, settings: ServerSettings, log: Logger
  ) -> CaseServer {
    let made = TLSFiles(dataDirectory: settings.data)
    var configuration = ServerConfiguration()
    configuration.loops = settings.loops
    let transport = NGHTTP2ServerTransport(
      host: settings.host, port: settings.port,
      security: settings.cleartext
        ? .cleartextOnLoopback
        : .tls(
          certificateChainFile: settings.certificate ?? made.certificate,
          privateKeyFile: settings.key ?? made.key),
      configuration: configuration)
    let health = ServingStatus()
    return CaseServer(
      transport: transport, health: health,
      server: GRPCServer(
        transport: transport,
        services: Adaptors.services(
          registrar: registrar, health: health, intake: settings.intake, log: log),
        interceptors: Adaptors.interceptors(registrar: registrar, log: log)))
  }
}
