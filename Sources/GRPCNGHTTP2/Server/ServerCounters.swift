import Synchronization

/// What a server's transport has counted since it was made. Readable from anywhere, at any time.
public final class ServerCounters: Sendable {
  private struct Counts {
    var incidents: [ServerIncident: Int] = [:]
    var connections = 0
    var ofAddress: [String: Int] = [:]
  }

  private let counts = Mutex(Counts())
  private let running = Atomic<Int>(0)
  private let runningMost = Atomic<Int>(0)

  /// Nothing was counted yet. Counters are those of one server.
  public init() {}

  /// How often this happened.
  public func count(of incident: ServerIncident) -> Int {
    counts.withLock { $0.incidents[incident] ?? 0 }
  }

  /// Connections open now.
  public var openConnections: Int { counts.withLock { $0.connections } }

  /// Handlers running now; calls on the fast lane are not among them.
  public var runningHandlers: Int { running.load(ordering: .relaxed) }

  /// The most handlers that ran at once.
  public var runningHandlersMost: Int { runningMost.load(ordering: .relaxed) }

  func note(_ incident: ServerIncident) {
    counts.withLock { $0.incidents[incident, default: 0] += 1 }
  }

  func handlerStarted() {
    let now = running.add(1, ordering: .relaxed).newValue
    if now > runningMost.load(ordering: .relaxed) {
      runningMost.max(now, ordering: .relaxed)
    }
  }

  func handlerReturned() {
    running.subtract(1, ordering: .relaxed)
  }

  /// Counts a new connection in, unless that is one too many.
  ///
  /// - Parameter address: what the limit for one address goes by; `nil` where there is none.
  func admit(address: String?, connectionsMax: Int, perAddressMax: Int) -> ServerIncident? {
    counts.withLock { counts in
      if counts.connections >= connectionsMax { return .connections }
      if let address {
        let count = counts.ofAddress[address] ?? 0
        if count >= perAddressMax { return .connectionsOfAddress }
        counts.ofAddress[address] = count + 1
      }
      counts.connections += 1
      return nil
    }
  }

  func leave(address: String?) {
    counts.withLock { counts in
      counts.connections -= 1
      guard let address, let count = counts.ofAddress[address] else { return }
      counts.ofAddress[address] = count > 1 ? count - 1 : nil
    }
  }
}
