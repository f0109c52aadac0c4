package import ParleyClient

/// Where things are kept, by the XDG base directory rules.
package struct StatePaths: Hashable, Sendable {
  /// `$XDG_CONFIG_HOME/parley`.
  package let config: String
  /// `$XDG_STATE_HOME/parley`.
  package let state: String
  private let home: String

  /// Relative values of the two variables are ignored, as those rules ask.
  package init(variables: [String: String]) {
    home = variables["HOME"] ?? ""
    func base(_ name: String, _ fallback: String) -> String {
      if let stated = variables[name], stated.hasPrefix("/") { return stated }
      return (variables["HOME"] ?? "") + fallback
    }
    config = base("XDG_CONFIG_HOME", "/.config") + "/parley"
    state = base("XDG_STATE_HOME", "/.local/state") + "/parley"
  }

  package var configFile: PrivateFile { PrivateFile(config + "/config.yaml") }
  package var sessions: PrivateFile { PrivateFile(state + "/sessions.json") }
  package var pending: PendingRequests {
    PendingRequests(file: PrivateFile(state + "/pending-requests.json"))
  }
  package var seen: SeenDisputes {
    SeenDisputes(file: PrivateFile(state + "/seen-disputes.json"))
  }

  /// The receipts of one server. `key` is the fingerprint of its certificate, or its address
  /// where it has none that is pinned.
  package func receipts(key: String) -> ReceiptShelf {
    let safe = String(key.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "_" })
    return ReceiptShelf(directory: "\(state)/receipts/\(safe)")
  }

  /// A path as people write it, with `~` for their home.
  package func shown(_ path: String) -> String {
    !home.isEmpty && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}
