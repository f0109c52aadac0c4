import ArgumentParser

/// `parley admin clock`.
struct AdminClockNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "clock", "The server's clock", [AdminClockShow.self, AdminClockAdvance.self])
}
