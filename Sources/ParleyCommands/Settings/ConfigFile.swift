import ParleyClient
import Yams

/// The configuration file: settings of their own and contexts, which are named sets of them.
///
/// ```yaml
/// context: duarte
/// output: table
/// contexts:
///   duarte: {server: "localhost:8443", identity: ines}
/// ```
struct ConfigFile: Hashable, Sendable {
  private(set) var values: [SettingKey: String] = [:]
  private(set) var contexts: [String: [SettingKey: String]] = [:]

  /// Reads a file; an absent one is empty. Refuses an unknown key or value, naming it: a setting
  /// that is silently not applied is worse than one that is refused.
  static func load(_ file: PrivateFile) throws -> ConfigFile {
    guard let bytes = try file.read() else { return ConfigFile() }
    return try parse(String(decoding: bytes, as: UTF8.self), path: file.path)
  }

  /// Reads YAML; `path` is for messages.
  static func parse(_ text: String, path: String) throws(CommandFailure) -> ConfigFile {
    let loaded: Any?
    do {
      loaded = try Yams.load(yaml: text)
    } catch {
      throw .usage("\(path) is not YAML.")
    }
    var config = ConfigFile()
    guard let loaded else { return config }
    guard let root = loaded as? [String: Any] else { throw .usage("\(path) is not a map.") }
    for (name, value) in root.sorted(by: { $0.key < $1.key }) {
      if name == "contexts" {
        guard let contexts = value as? [String: [String: Any]] else {
          throw .usage("contexts in \(path) is not a map of maps.")
        }
        for (context, members) in contexts {
          config.contexts[context] = [:]
          for (member, value) in members {
            try config.set("contexts.\(context).\(member)", to: "\(value)")
          }
        }
      } else {
        try config.set(name, to: "\(value)")
      }
    }
    return config
  }

  /// Sets `KEY` or `contexts.NAME.KEY`. Refuses an unknown key and a value it cannot have.
  mutating func set(_ name: String, to value: String) throws(CommandFailure) {
    let steps = name.split(separator: ".").map(String.init)
    let isOfContext = steps.count == 3 && steps[0] == "contexts"
    guard isOfContext || steps.count == 1, let last = steps.last,
      let key = SettingKey(rawValue: last)
    else {
      throw .usage("\(name) is not a setting.", next: "parley config list")
    }
    if let choices = key.choices, !choices.contains(value) {
      throw .usage("\(name) must be one of \(choices.joined(separator: ", ")).")
    }
    if isOfContext {
      guard key.isOfContext else { throw .usage("A context does not state \(last).") }
      contexts[steps[1], default: [:]][key] = value
    } else {
      values[key] = value
    }
  }

  /// The YAML text: keys in order, so that the same settings are the same file.
  var yaml: String {
    get throws {
      var pairs: [(Node, Node)] = SettingKey.allCases.compactMap { key in
        values[key].map { (Node(key.rawValue), Node($0)) }
      }
      if !contexts.isEmpty {
        let maps = contexts.sorted { $0.key < $1.key }.map { name, members in
          let inner = SettingKey.allCases.compactMap { key in
            members[key].map { (Node(key.rawValue), Node($0)) }
          }
          return (Node(name), Node(inner))
        }
        pairs.append((Node("contexts"), Node(maps)))
      }
      return pairs.isEmpty ? "" : try Yams.serialize(node: Node(pairs))
    }
  }
}
