import ArgumentParser

/// `parley email`.
struct EmailNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "email", "E-mails in evidence", [EmailImport.self, EmailAdd.self, EmailList.self])
}
