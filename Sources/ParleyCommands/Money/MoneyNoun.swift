import ArgumentParser

/// `parley money`.
struct MoneyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "money", "What is owed and what was paid",
    [
      MoneyQuote.self,
      MoneyPost.self,
      MoneyReverse.self,
      MoneyReport.self,
      MoneyList.self,
    ])
}
