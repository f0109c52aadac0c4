import ArgumentParser

/// `parley config`.
struct ConfigNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "config", "Settings and where they come from",
    [ConfigList.self, ConfigGet.self, ConfigSet.self, ConfigExplain.self])
}
