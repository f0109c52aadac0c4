extension Dispute {
  /// The conditions of blind bids. They hang on the settlement alone, which both sides see.
  func checkBidding(_ action: Action, by side: Side?) throws(Refusal) {
    let bidding = settlement.bidding
    switch action {
    case .openBidding:
      try checkOffersOpen(action)
      if bidding != nil { throw unmet(.biddingOpen, action) }
    case .consentBidding, .declineBidding:
      guard bidding?.step == .proposed else {
        throw unmet(.noBidding, action, next: NextStep(.openBidding, by: .claimant))
      }
    default:
      guard bidding?.openRound != nil else {
        throw unmet(
          .noBidding, action,
          next: NextStep(bidding == nil ? .openBidding : .consentBidding, by: .respondent))
      }
    }
  }

  /// The same, as far as a list of possible acts says it.
  func checkBiddingListed(_ action: Action, by side: Side?) throws(Refusal) {
    guard let side, let bidding = settlement.bidding else { return }
    switch action {
    case .consentBidding where bidding.by == side:
      throw unmet(
        .otherSideMustAgree, action, next: NextStep(.consentBidding, by: side.other.standing))
    case .placeBid where bidding.openRound?.placed[side] != nil:
      throw unmet(.bidPlaced, action, earliest: bidding.openRound?.closesAt)
    default: break
    }
  }
}
