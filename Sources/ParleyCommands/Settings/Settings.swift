import ParleyClient

/// Every setting with its value and where that came from: option, then variable, then context,
/// then file, then the last sign-in, then default.
struct Settings: Sendable {
  struct Resolved: Hashable, Sendable {
    let value: String
    let origin: SettingOrigin
  }

  private let resolved: [SettingKey: Resolved]

  /// Refuses a context that is not in the file, since its server would silently be another one.
  init(
    options: GlobalOptions, variables: [String: String], file: ConfigFile, path: String,
    lastServer: String?
  ) throws(CommandFailure) {
    let stated = Self.stated(options)
    func own(_ key: SettingKey) -> Resolved? {
      if let value = stated[key] { return Resolved(value: value, origin: .option(key.option)) }
      if let value = variables[key.variable], !value.isEmpty {
        return Resolved(value: value, origin: .variable(key.variable))
      }
      return nil
    }
    func ofFile(_ key: SettingKey) -> Resolved? {
      file.values[key].map { Resolved(value: $0, origin: .file(path)) }
    }
    var resolved: [SettingKey: Resolved] = [:]
    let context = own(.context) ?? ofFile(.context)
    if let context, file.contexts[context.value] == nil {
      throw .usage(
        "There is no context \(context.value) (\(context.origin.shown)).",
        next: "parley context list")
    }
    resolved[.context] = context
    for key in SettingKey.allCases where key != .context {
      let ofContext = context.flatMap { context in
        file.contexts[context.value]?[key].map {
          Resolved(value: $0, origin: .context(context.value))
        }
      }
      let ofSession =
        key == .server ? lastServer.map { Resolved(value: $0, origin: .session) } : nil
      let fallback = key.fallback.map { Resolved(value: $0, origin: .fallback) }
      resolved[key] = own(key) ?? ofContext ?? ofFile(key) ?? ofSession ?? fallback
    }
    self.resolved = resolved
  }

  /// The value and where it came from; nil where there is none.
  subscript(_ key: SettingKey) -> Resolved? { resolved[key] }

  private static func stated(_ options: GlobalOptions) -> [SettingKey: String] {
    let pairs: [(SettingKey, String?)] = [
      (.context, options.context), (.server, options.server), (.identity, options.identity),
      (.ca, options.ca), (.output, options.output?.rawValue), (.color, options.color?.rawValue),
      (.time, options.time?.rawValue),
    ]
    return pairs.reduce(into: [:]) { $0[$1.0] = $1.1 }
  }
}
