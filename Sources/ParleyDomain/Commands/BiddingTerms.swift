/// What is done with half of the smallest unit, where the middle of two bids falls on one.
package enum BidRounding: String, CaseIterable, Sendable {
  case halfDown = "HALF_DOWN"
  case halfUp = "HALF_UP"
  case halfEven = "HALF_EVEN"
}

/// How a double-blind bidding goes (O4). Both sides sign these terms before anybody bids.
package struct BiddingTerms: Hashable, Sendable {
  /// How often both may bid before the bidding ends without a sum.
  package let rounds: Int
  /// Days of one round, the day it opens not counted.
  package let roundDays: Int
  /// By how much the demand may be above the offer for the two to have met; zero for not at all.
  package let tolerance: Money
  package let rounding: BidRounding
  /// Whether the sum binds by the signatures under these terms; otherwise both sign the agreement
  /// that is made of it.
  package let binding: Bool
  /// Days within which the sum is paid, counted from the day the bids met.
  package let payWithinDays: Int
  /// Days within which the other side has to agree to these terms.
  package let answerDays: Int
  /// What is agreed for the case of default; nil for the grace of the profile and no remedy.
  package let defaultClause: DefaultClause?

  package init(
    rounds: Int, roundDays: Int, tolerance: Money, rounding: BidRounding, binding: Bool,
    payWithinDays: Int, answerDays: Int, defaultClause: DefaultClause? = nil
  ) {
    self.rounds = rounds
    self.roundDays = roundDays
    self.tolerance = tolerance
    self.rounding = rounding
    self.binding = binding
    self.payWithinDays = payWithinDays
    self.answerDays = answerDays
    self.defaultClause = defaultClause
  }

  /// The sum two bids meet at: the middle of demand and offer, where the demand is not above the
  /// offer by more than the tolerance. Nil where they do not meet, and for bids that are none.
  package func meeting(demand: Int64, offer: Int64) -> Int64? {
    guard demand > 0, offer > 0 else { return nil }
    let (gap, overflow) = demand.subtractingReportingOverflow(offer)
    guard !overflow, gap <= tolerance.minorUnits else { return nil }
    let low = min(demand, offer)
    let apart = max(demand, offer) - low
    let middle = low + apart / 2
    guard apart % 2 == 1 else { return middle }
    switch rounding {
    case .halfDown: return middle
    case .halfUp: return middle + 1
    case .halfEven: return middle % 2 == 0 ? middle : middle + 1
    }
  }
}

/// A bid on its way in: the amount, which is judged and then forgotten, and the two forms in which
/// it is kept.
package struct BidPaper: Hashable, Sendable {
  package let amount: Money
  /// A salted hash of the bid, which the other side may hold the bid against once it is told.
  package let commitment: DocumentHash
  /// The bid under the key of the bidding; empty where that key is gone.
  package let sealed: [UInt8]
  /// The salt of the commitment.
  package let nonce: DocumentHash

  package init(amount: Money, commitment: DocumentHash, sealed: [UInt8], nonce: DocumentHash) {
    self.nonce = nonce
    self.amount = amount
    self.commitment = commitment
    self.sealed = sealed
  }
}

/// How a bidding ended without a sum.
package enum BiddingEnd: String, CaseIterable, Sendable {
  /// The other side did not want it.
  case declined = "DECLINED"
  /// Who proposed it took it back.
  case withdrawn = "WITHDRAWN"
  /// The other side did not answer in time.
  case lapsed = "LAPSED"
  /// A side did not bid in time, or there was nothing left to bid for.
  case void = "VOID"
  /// The bids of the last round did not meet.
  case withoutOverlap = "WITHOUT_OVERLAP"
}

/// A bid that is told, with what its commitment was made of.
package struct BidOpening: Hashable, Sendable {
  package let side: Side
  package let amount: Money
  /// The salt of the commitment, in hexadecimal.
  package let nonce: DocumentHash

  package init(side: Side, amount: Money, nonce: DocumentHash) {
    self.side = side
    self.amount = amount
    self.nonce = nonce
  }
}

extension BiddingTerms {
  func check(_ problems: inout Problems, currency: Currency) {
    func days(_ value: Int, _ field: String, _ range: ClosedRange<Int>) {
      problems.require(
        range.contains(value), field, "Must be \(range.lowerBound) to \(range.upperBound).")
    }
    days(rounds, "terms.rounds", 1...ShapeLimits.bidRounds)
    days(roundDays, "terms.round_days", 1...ShapeLimits.bidRoundDays)
    days(payWithinDays, "terms.pay_within_days", 0...ShapeLimits.graceDays)
    days(answerDays, "terms.answer_within_days", 1...ShapeLimits.bidRoundDays)
    problems.money(tolerance, "terms.tolerance", in: currency, zero: true)
    if let clause = defaultClause {
      days(clause.graceDays, "terms.default_clause.grace_days", 0...ShapeLimits.cureDays)
      days(clause.cureDays, "terms.default_clause.cure_days", 0...ShapeLimits.cureDays)
    }
  }
}
