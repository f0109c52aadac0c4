import ArgumentParser

/// `parley call`.
package struct CallNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "call", "Telephone calls",
    [
      CallLog.self,
      CallList.self,
    ])

  package init() {}
}
