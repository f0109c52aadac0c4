import ArgumentParser

/// `parley money`.
struct MoneyNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "money", "What is owed and what was paid",
    [
      MoneyQuote.self,
      MoneyStatement.self,
      MoneyPost.self,
      MoneyImport.self,
      MoneyCharge.self,
      MoneyReverse.self,
      MoneyReversePosting.self,
      MoneyReport.self,
      MoneyList.self,
      MoneyAging.self,
    ])
}
