import ArgumentParser

/// `parley deadline`.
struct DeadlineNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "deadline", "Deadlines and more time", [DeadlineList.self, DeadlineExtend.self])
}
