extension LifeCycle {
  /// Blind bids of both sides, beside every open stage (O4). None is recorded for somebody else: who
  /// records a bid knows it.
  static let biddingRows: [Row] = [
    row(.openBidding, "O4", by: .parties, stays: .open),
    row(.consentBidding, "O4", by: .parties, stays: .open),
    row(.declineBidding, "O4", by: .parties, stays: .open),
    row(.placeBid, "O4", by: .parties, stays: .open),
  ]
}
