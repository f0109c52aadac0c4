import ArgumentParser

/// `parley money`.
package struct MoneyNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
    "money", "What is owed and what was paid",
    [
      MoneyQuote.self,
      MoneyPost.self,
      MoneyReport.self,
      MoneyList.self,
    ])

  package init() {}
}
