import Glibc
import Synchronization

/// The certificate of a listener over time. Files that change are read again; a context lives for
/// ``Limits/ticketKeyLifetime`` at most, because OpenSSL keeps the keys of its session tickets as long
/// as the context. Connections keep the context they began with.
final class ServerIdentity: Sendable {
  private struct State {
    var context: TLSContext
    var stamps: [FileStamp]
    var madeAt: ContinuousClock.Instant
  }

  private let certificateChainFile: String
  private let privateKeyFile: String
  private let clients: ClientVerification
  private let state: Mutex<State>

  /// Refuses files that cannot be used.
  init(
    certificateChainFile: String, privateKeyFile: String, clients: ClientVerification
  ) throws {
    self.certificateChainFile = certificateChainFile
    self.privateKeyFile = privateKeyFile
    self.clients = clients
    let stamps = Self.stamps(certificateChainFile, privateKeyFile, clients)
    let context = try TLSContext(
      certificateChainFile: certificateChainFile, privateKeyFile: privateKeyFile,
      clients: clients)
    state = Mutex(State(context: context, stamps: stamps, madeAt: .now))
  }

  /// What new connections use.
  var current: TLSContext { state.withLock { $0.context } }

  /// Reads the files again.
  ///
  /// Refuses files that cannot be used; then everything stays as it was.
  func reload() throws {
    let stamps = Self.stamps(certificateChainFile, privateKeyFile, clients)
    let context = try TLSContext(
      certificateChainFile: certificateChainFile, privateKeyFile: privateKeyFile,
      clients: clients)
    state.withLock { $0 = State(context: context, stamps: stamps, madeAt: .now) }
  }

  /// Reads the files again if one has changed, or if the keys of the session tickets are old; `true`
  /// in the first case.
  ///
  /// Refuses as ``reload()`` does, and once for each change.
  func refresh(ticketKeyLifetime: Duration) throws -> Bool {
    let stamps = Self.stamps(certificateChainFile, privateKeyFile, clients)
    let (hasChanged, isOld) = state.withLock { state in
      let hasChanged = stamps != state.stamps
      state.stamps = stamps
      let isOld = state.madeAt.duration(to: .now) >= ticketKeyLifetime
      if isOld { state.madeAt = .now }
      return (hasChanged, isOld)
    }
    if hasChanged || isOld { try reload() }
    return hasChanged
  }

  private static func stamps(
    _ certificate: String, _ key: String, _ clients: ClientVerification
  ) -> [FileStamp] {
    ([certificate, key] + (clients.authoritiesFile.map { [$0] } ?? [])).map(FileStamp.init)
  }
}
