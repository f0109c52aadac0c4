import Foundation
import Glibc
import ParleyClient
import TerminalKit

/// Everything a command takes from outside itself, in one value, so that tests can state it.
struct World {
  var environment: TerminalEnvironment
  /// Seconds since 1970.
  var now: () -> Int64
  var zone: LocalZone
  /// Writes to standard output, and answers whether anybody still reads.
  var write: (String) -> StandardStream.WriteOutcome
  var writeError: (String) -> Void
  var input: TerminalInput
  /// Opens the channel to a server.
  var connect: (ServiceEndpoint) async throws -> any ServiceChannel
  /// Answers the certificate that a server shows.
  var probe: (ServiceEndpoint) async throws -> ShownCertificate

  init(
    environment: TerminalEnvironment, now: @escaping () -> Int64, zone: LocalZone,
    write: @escaping (String) -> StandardStream.WriteOutcome,
    writeError: @escaping (String) -> Void, input: TerminalInput,
    connect: @escaping (ServiceEndpoint) async throws -> any ServiceChannel,
    probe: @escaping (ServiceEndpoint) async throws -> ShownCertificate = {
      try await ServiceConnection.certificate(of: $0)
    }
  ) {
    self.probe = probe
    self.environment = environment
    self.now = now
    self.zone = zone
    self.write = write
    self.writeError = writeError
    self.input = input
    self.connect = connect
  }

  /// The real one.
  static func current() -> World {
    World(
      environment: .current(variables: ProcessInfo.processInfo.environment),
      now: { Int64(Glibc.time(nil)) }, zone: .system,
      write: { StandardStream.output.write($0) },
      writeError: { StandardStream.error.write($0) }, input: .standard,
      connect: { try await ServiceConnection.open($0) })
  }

  /// A variable; nil also where it is set to nothing.
  func variable(_ name: String) -> String? {
    environment.variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
