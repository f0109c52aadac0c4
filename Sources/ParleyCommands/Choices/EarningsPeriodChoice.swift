import ArgumentParser

/// For how long earnings are paid at once, as options name it.
enum EarningsPeriodChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case week, month
  case twoWeeks = "two-weeks"
  case halfMonth = "half-month"
  static let prefix = "EARNINGS_PERIOD"
}
