import Foundation
import Glibc
package import ParleyClient
package import TerminalKit

/// Everything a command takes from outside itself, in one value, so that tests can state it.
package struct World {
  package var environment: TerminalEnvironment
  /// Seconds since 1970.
  package var now: () -> Int64
  package var zone: LocalZone
  /// Writes to standard output, and answers whether anybody still reads.
  package var write: (String) -> StandardStream.WriteOutcome
  package var writeError: (String) -> Void
  package var input: TerminalInput
  /// Opens the channel to a server.
  package var connect: (ServiceEndpoint) async throws -> any ServiceChannel

  package init(
    environment: TerminalEnvironment, now: @escaping () -> Int64, zone: LocalZone,
    write: @escaping (String) -> StandardStream.WriteOutcome,
    writeError: @escaping (String) -> Void, input: TerminalInput,
    connect: @escaping (ServiceEndpoint) async throws -> any ServiceChannel
  ) {
    self.environment = environment
    self.now = now
    self.zone = zone
    self.write = write
    self.writeError = writeError
    self.input = input
    self.connect = connect
  }

  /// The real one.
  package static func current() -> World {
    World(
      environment: .current(variables: ProcessInfo.processInfo.environment),
      now: { Int64(Glibc.time(nil)) }, zone: .system,
      write: { StandardStream.output.write($0) },
      writeError: { StandardStream.error.write($0) }, input: .standard,
      connect: { try await ServiceConnection.open($0) })
  }

  /// A variable; nil also where it is set to nothing.
  package func variable(_ name: String) -> String? {
    environment.variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
