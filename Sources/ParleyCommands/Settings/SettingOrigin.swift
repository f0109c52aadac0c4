/// Where a value came from, strongest first.
enum SettingOrigin: Hashable, Sendable {
  case option(String)
  case variable(String)
  case context(String)
  case file(String)
  /// The sessions: what was signed in to last.
  case session
  case fallback

  var shown: String {
    switch self {
    case .option(let name): "option \(name)"
    case .variable(let name): "variable \(name)"
    case .context(let name): "context \(name)"
    case .file(let path): "file \(path)"
    case .session: "last sign-in"
    case .fallback: "default"
    }
  }
}
