import ParleyDomain

extension DocketSentence {
  /// What follows a decision in money: interest on it, what the parties had agreed on, earnings.
  static func decided(_ event: Event) -> String? {
    switch event {
    case .interestAfterSet(let after, let ofJudgment):
      "Interest runs on the \(ofJudgment ? "judgment" : "award") from the day after "
        + DateText.day(after.from) + ", by \(after.pin.profile)"
        + (after.pin.contractBasisPoints.map { " at \($0) hundredths of a percent a year" } ?? "")
    case .awardBoundAgreed(let bound, let by):
      "The \(lower(by.rawValue)) agreed what the award is held to: \(agreed(bound))"
    case .awardBounded(let kind, let amount):
      (kind == .highLow
        ? "By the bracket the parties had agreed the award is "
        : "By the parties' final offers the award is ") + MoneyText.text(amount)
    case .garnishmentSet(let taken, let enforcement, let cap):
      "Enforcement \(enforcement) withholds \(MoneyText.text(taken.withheld)) of earnings of "
        + "\(MoneyText.text(taken.disposable)) each \(lower(taken.period.rawValue))"
        + (cap.map { "; the law allows \(MoneyText.text($0))" } ?? "")
    default: nil
    }
  }

  private static func agreed(_ bound: AwardBound) -> String {
    switch bound {
    case .highLow(let low, let high):
      "not less than \(MoneyText.text(low)) and not more than \(MoneyText.text(high))"
    case .finalOffer(let amount):
      "the closer of two final offers, its own \(MoneyText.text(amount))"
    }
  }
}
