import ParleyDomain

extension DocketSentence {
  /// Blind bids: who bid when, and whether they met.
  static func bidding(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .biddingProposed(let terms, let number, let by, _, let answerBy):
      "Blind bidding \(number) of \(terms.rounds) \(terms.rounds == 1 ? "round" : "rounds") proposed "
        + "by the \(lower(by.rawValue)); to be answered by "
        + DateText.lastMinute(before: answerBy, in: zone)
    case .biddingConsented(let number, let by, _, let closesAt):
      "Terms of blind bidding \(number) signed by the \(lower(by.rawValue)); round 1 is open until "
        + DateText.lastMinute(before: closesAt, in: zone)
    case .biddingEnded(let number, let end):
      "Blind bidding \(number) \(ending(end))"
    case .bidPlaced(let number, let round, let by, _):
      "The \(lower(by.rawValue)) bid in round \(round) of blind bidding \(number)"
    case .bidSealed(let number, let round, _, _, _):
      "Bid of round \(round) of blind bidding \(number) kept under its key"
    case .bidRoundClosed(let number, let round, let nextClosesAt):
      "Round \(round) of blind bidding \(number) closed: no overlap; the next one is open until "
        + DateText.lastMinute(before: nextClosesAt, in: zone)
    case .biddingSettled(let number, let round, let terms, _, _, _, _):
      "The bids of round \(round) of blind bidding \(number) met: \(MoneyText.text(terms.amount))"
    default: nil
    }
  }

  private static func ending(_ end: BiddingEnd) -> String {
    switch end {
    case .declined: "declined"
    case .withdrawn: "taken back"
    case .lapsed: "not answered in time"
    case .void: "void: nothing is told of what was bid"
    case .withoutOverlap: "ended: no overlap"
    }
  }
}
