import ArgumentParser

/// `parley deadline`.
struct DeadlineNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "deadline", "Deadlines, their arithmetic, more time",
    [
      DeadlineList.self, DeadlineWhy.self, DeadlineSimulate.self, DeadlineExtend.self,
      DeadlineExport.self,
    ])
}
