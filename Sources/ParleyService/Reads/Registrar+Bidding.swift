package import ParleyDomain
import ParleyStore

/// A bidding as one person sees it.
package struct BiddingSheet: Sendable {
  /// Every part the person may not see is empty.
  package let dispute: Dispute
  package let bidding: Bidding
  package let side: Side?
  /// What one's own side has bid, by round, while the bidding is open.
  package let own: [Int: Money]
}

extension Registrar {
  /// One bidding, with the bids of the caller's own side while it is open. One the caller does not
  /// see is `notFound`. Reading what a colleague bid is recorded before it is shown.
  package func bidding(
    _ number: Int, of id: DisputeID, for caller: Caller
  ) async throws -> BiddingSheet {
    let dispute = try journal.dispute(id).dispute
    let standings = dispute.standings(of: caller.actor)
    guard let seen = dispute.seen(with: standings),
      let bidding = seen.settlement.biddings.first(where: { $0.number == number })
    else { throw Refusal.notFound }
    let side = standings.side
    var own: [Int: Money] = [:]
    if let side, let box = BidBox(dispute, bidding: number, keys: journal.bidKeys) {
      let sealed = (seen.bids[side] ?? []).filter { $0.bidding == number }
      let isColleagues = sealed.contains { $0.by != caller.actor.member }
      if isColleagues {
        try await journal.record([
          ConfidedRead(
            dispute: id, compartment: .bid(side), reader: caller.actor.member, way: .list)
        ])
      }
      for bid in sealed { own[bid.round] = box.open(bid, of: side)?.amount }
    }
    return BiddingSheet(dispute: seen, bidding: bidding, side: side, own: own)
  }

  /// The currency of a dispute's claim.
  package func currency(of id: DisputeID) throws -> Currency {
    try journal.dispute(id).dispute.currency
  }
}
