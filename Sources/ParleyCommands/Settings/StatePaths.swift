import Foundation
import ParleyClient

/// Where things are kept, by the XDG base directory rules.
struct StatePaths: Hashable, Sendable {
  /// `$XDG_CONFIG_HOME/parley`.
  let config: String
  /// `$XDG_STATE_HOME/parley`.
  let state: String
  private let home: String

  /// Relative values of the two variables are ignored, as those rules ask.
  init(variables: [String: String]) {
    home = variables["HOME"] ?? ""
    func base(_ name: String, _ fallback: String) -> String {
      if let stated = variables[name], stated.hasPrefix("/") { return stated }
      return (variables["HOME"] ?? "") + fallback
    }
    config = base("XDG_CONFIG_HOME", "/.config") + "/parley"
    state = base("XDG_STATE_HOME", "/.local/state") + "/parley"
  }

  var configFile: PrivateFile { PrivateFile(config + "/config.yaml") }
  var sessions: PrivateFile { PrivateFile(state + "/sessions.json") }
  var pending: PendingRequests {
    PendingRequests(file: PrivateFile(state + "/pending-requests.json"))
  }
  var seen: SeenDisputes {
    SeenDisputes(file: PrivateFile(state + "/seen-disputes.json"))
  }

  /// The receipts of one server. `key` is the fingerprint of its certificate, or its address
  /// where it has none that is pinned.
  func receipts(key: String) -> ReceiptShelf {
    let safe = String(key.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "_" })
    return ReceiptShelf(directory: "\(state)/receipts/\(safe)")
  }

  /// The receipts of every server there are any of.
  func shelves() throws -> [ReceiptShelf] {
    let directory = state + "/receipts"
    guard FileManager.default.fileExists(atPath: directory) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
      .map { ReceiptShelf(directory: "\(directory)/\($0)") }
  }

  /// A path as people write it, with `~` for their home.
  func shown(_ path: String) -> String {
    !home.isEmpty && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}
