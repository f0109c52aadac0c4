import ArgumentParser

/// `parley call`.
struct CallNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "call", "Telephone calls",
    [
      CallLog.self,
      CallList.self,
      CallContacts.self,
    ])
}
