import ArgumentParser

/// `parley email`.
package struct EmailNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "email", "E-mails in evidence", [EmailAdd.self, EmailList.self])

  package init() {}
}
