import ArgumentParser

/// `parley reminder`.
struct ReminderNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "reminder", "Reminders to the client",
    [
      ReminderSend.self,
      ReminderList.self,
      ReminderWishes.self,
    ])
}
