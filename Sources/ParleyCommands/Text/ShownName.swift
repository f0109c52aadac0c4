/// Names of the API as people say them.
enum ShownName {
  /// `STAGE_MEDIATION` as `mediation`, `STATUS_DEMAND_SERVED` as `demand served`.
  static func value(_ name: String, _ prefix: String) -> String {
    let bare = name.hasPrefix(prefix + "_") ? String(name.dropFirst(prefix.count + 1)) : name
    return bare.lowercased().replacing("_", with: " ")
  }

  /// Whose move it is: `client` for the respondent, as brokers say.
  static func turn(_ name: String) -> String {
    switch value(name, "TURN") {
    case "respondent": "client"
    case "claimant": "broker"
    case let other: other
    }
  }

  /// What somebody is in a dispute, with an article: `the mediator nominee`.
  static func standing(_ name: String) -> String {
    "the " + value(name, "STANDING")
  }

  /// An action as a verb: `serve demand`.
  static func action(_ name: String) -> String { value(name, "ACTION") }

  /// The last part of a resource name: `2` of `disputes/7k3qm2xw/offers/2`.
  static func last(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }

  /// With a capital first letter.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
