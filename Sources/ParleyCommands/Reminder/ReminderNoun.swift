import ArgumentParser

/// `parley reminder`.
package struct ReminderNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "reminder", "Reminders to the client",
    [
      ReminderSend.self,
      ReminderList.self,
    ])

  package init() {}
}
