/// What can be configured, each by option, variable, context or file.
enum SettingKey: String, CaseIterable, Sendable {
  case context
  case server
  case identity
  case ca
  case output
  case color
  case time

  /// The variable, `PARLEY_SERVER`.
  var variable: String { "PARLEY_" + rawValue.uppercased() }
  /// The option, `--server`.
  var option: String { "--" + rawValue }
  /// Whether a context may state it.
  var isOfContext: Bool { [.server, .identity, .ca].contains(self) }

  /// What holds where nothing is stated; nil where there is no default.
  var fallback: String? {
    switch self {
    case .output: "table"
    case .color: "auto"
    case .time: "relative"
    case .context, .server, .identity, .ca: nil
    }
  }

  /// What it is for, in a few words.
  var meaning: String {
    switch self {
    case .context: "the context in use"
    case .server: "host and port of the server"
    case .identity: "the signed-in member to act as"
    case .ca: "PEM file of authorities to trust"
    case .output: "table, json, jsonl, yaml or id"
    case .color: "auto, always or never"
    case .time: "relative or iso"
    }
  }

  /// The values it may have; nil where any text will do.
  var choices: [String]? {
    switch self {
    case .output: OutputFormat.allCases.map(\.rawValue)
    case .color: ColorWhen.allCases.map(\.rawValue)
    case .time: TimeForm.allCases.map(\.rawValue)
    case .context, .server, .identity, .ca: nil
    }
  }
}
