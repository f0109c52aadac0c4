import ParleyDomain
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Bidding {
  /// A bidding as somebody sees it.
  ///
  /// - Parameter own: what the reader's side has bid, by round.
  init(
    _ bidding: ParleyDomain.Bidding, in dispute: Dispute, own: [Int: Money] = [:],
    of side: ParleyDomain.Side? = nil
  ) {
    self.init()
    let words = WordReading(dispute, .settlement)
    name = dispute.id.child("biddings", bidding.number)
    terms = .init(bidding.terms)
    text = words["bidding.\(bidding.number).text"]
    sha256 = bidding.document.hex
    by = .init(bidding.by)
    state = Self.state(bidding.step)
    proposeTime = .init(bidding.proposedAt)
    answerByTime = .init(bidding.answerBy)
    signatures = ParleyDomain.Side.allCases.compactMap { side in
      bidding.signatures[side].map { signature in
        .with {
          $0.side = .init(side)
          $0.signerName = words["bidding.\(bidding.number).\(side.rawValue).name"]
          $0.authority = .init(signature.authority)
        }
      }
    }
    rounds = bidding.rounds.map { .init($0, own: own[$0.number], of: side) }
    if let result = bidding.result {
      amount = .init(result.amount)
      offer = dispute.id.child("offers", result.offer)
      openings = result.openings.map { opening in
        .with {
          $0.side = .init(opening.side)
          $0.amount = .init(opening.amount)
          $0.nonce = opening.nonce.hex
        }
      }
    }
  }

  private static func state(_ step: ParleyDomain.Bidding.Step) -> Parley_V1_BiddingState {
    switch step {
    case .proposed: .proposed
    case .open: .open
    case .settled: .settled
    case .ended(.declined): .declined
    case .ended(.withdrawn): .withdrawn
    case .ended(.lapsed): .lapsed
    case .ended(.void): .void
    case .ended(.withoutOverlap): .withoutOverlap
    }
  }
}

extension Parley_V1_BiddingTerms {
  init(_ terms: ParleyDomain.BiddingTerms) {
    self.init()
    rounds = Int32(clamping: terms.rounds)
    roundDays = Int32(clamping: terms.roundDays)
    tolerance = .init(terms.tolerance)
    rounding = .init(terms.rounding)
    binding = terms.binding
    payWithinDays = Int32(clamping: terms.payWithinDays)
    answerWithinDays = Int32(clamping: terms.answerDays)
    if let clause = terms.defaultClause {
      defaultClause = .with {
        $0.graceDays = Int32(clamping: clause.graceDays)
        $0.cureDays = Int32(clamping: clause.cureDays)
        $0.remedy = .init(clause.remedy)
      }
    }
  }
}

extension Parley_V1_BiddingRound {
  fileprivate init(_ round: BidRound, own: Money?, of side: ParleyDomain.Side?) {
    self.init()
    number = Int32(clamping: round.number)
    closeByTime = .init(round.closesAt)
    if let closedAt = round.closedAt { closeTime = .init(closedAt) }
    bids = ParleyDomain.Side.allCases.compactMap { bidder in
      round.placed[bidder].map { placed in
        .with {
          $0.side = .init(bidder)
          $0.commitment = placed.commitment.hex
          $0.placeTime = .init(placed.at)
          if bidder == side, let own { $0.amount = .init(own) }
        }
      }
    }
  }
}
