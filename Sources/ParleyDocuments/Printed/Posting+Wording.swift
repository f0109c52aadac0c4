import ParleyDomain

extension Posting {
  /// What it is for: `payment 2`, `accrual`.
  var what: String { Self.named(kind.rawValue, reference) }

  fileprivate static func named(_ code: String, _ number: Int) -> String {
    DocketSentence.lower(code) + (number == 0 ? "" : " \(number)")
  }
}

extension Posting.Line {
  /// The account it is on: `principal 1`, `costs`.
  var place: String { Posting.named(account.rawValue, number) }
}
