import ParleyDomain

extension BidPaper {
  /// A bid that is not sealed at all: its bytes are the amount.
  static func plain(_ amount: Money, _ commitment: DocumentHash) -> BidPaper {
    BidPaper(
      amount: amount, commitment: commitment,
      sealed: (0..<8).map { UInt8(truncatingIfNeeded: amount.minorUnits >> ($0 * 8)) },
      nonce: commitment)
  }
}

extension OpenedBidding {
  /// What the service would read of such bids.
  static func plain(_ dispute: Dispute, isRehearsal: Bool = false) -> OpenedBidding? {
    guard let bidding = dispute.settlement.openBidding else { return nil }
    let bids = Side.allCases.flatMap { side in
      (dispute.bids[side] ?? []).filter { $0.bidding == bidding.number }.map { sealed in
        let units = sealed.bytes.enumerated().reduce(Int64(0)) {
          $0 | Int64(truncatingIfNeeded: UInt64($1.element) << ($1.offset * 8))
        }
        return Bid(
          round: sealed.round,
          opening: BidOpening(
            side: side, amount: Money(minorUnits: units, currency: dispute.currency),
            nonce: sealed.commitment))
      }
    }
    return OpenedBidding(number: bidding.number, bids: bids, isRehearsal: isRehearsal) {
      terms, offer, round, balance in
      Draft(
        document: bidding.document,
        text: "\(terms.amount.minorUnits) of \(balance.minorUnits), \(offer), \(round)")
    }
  }
}
