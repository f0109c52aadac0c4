import ArgumentParser

/// `parley config`.
package struct ConfigNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "config", "Settings and where they come from",
    [ConfigList.self, ConfigGet.self, ConfigSet.self, ConfigExplain.self])

  package init() {}
}
