package import GRPCCore
package import Logging
import ParleyDomain

/// One line for each call: method, status, milliseconds, the dispute's id. No names, no addresses,
/// no texts, no tokens.
package struct AccessLog: Sendable {
  private let log: Logger

  package init(_ log: Logger) {
    self.log = log
  }

  /// Writes the line of a call that has ended; nil stands for success.
  package func record(
    _ method: String, _ error: RPCError?, after elapsed: Duration, of call: Call?
  ) {
    var metadata: Logger.Metadata = [
      "method": "\(method)", "status": "\(error.map { "\($0.code)" } ?? "ok")",
      "milliseconds": "\(Self.milliseconds(elapsed))",
    ]
    if let dispute = call?.dispute { metadata["dispute"] = "\(dispute.text)" }
    log.log(level: Self.level(of: error), "call", metadata: metadata)
  }

  /// Faults of the server are errors; what a caller did wrong is not.
  private static func level(of error: RPCError?) -> Logger.Level {
    switch error?.code {
    case .internalError, .dataLoss, .unknown: .error
    case .unavailable, .resourceExhausted: .warning
    default: .info
    }
  }

  private static func milliseconds(_ elapsed: Duration) -> String {
    let microseconds =
      elapsed.components.seconds * 1_000_000
      + elapsed.components.attoseconds / 1_000_000_000_000
    let rest = "\(microseconds % 1000)"
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
