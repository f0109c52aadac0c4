import OpenSSLKit
import ParleyDocuments
import ParleyDomain
import ParleyStore

extension OpenedBidding {
  /// The bids of the bidding that is open, read in memory; nil where none is, or its key is gone.
  ///
  /// - Parameter only: whose bids are read, for a dry run; nil for those of both sides.
  static func open(
    _ dispute: Dispute, keys: BidKeys, only side: Side? = nil, claimant: String, graceDays: Int
  ) -> OpenedBidding? {
    guard let bidding = dispute.settlement.openBidding,
      let box = BidBox(dispute, bidding: bidding.number, keys: keys)
    else { return nil }
    let bids = Side.allCases.filter { side == nil || side == $0 }.flatMap { side in
      (dispute.bids[side] ?? []).filter { $0.bidding == bidding.number }.compactMap { sealed in
        box.open(sealed, of: side).map { Bid(round: sealed.round, opening: $0) }
      }
    }
    let respondent = dispute.records[.caseFile]?.words["respondent.name"] ?? "The respondent"
    let reference = Base32Check.grouped(dispute.id.text)
    return OpenedBidding(number: bidding.number, bids: bids, isRehearsal: side != nil) {
      terms, number, round, balance in
      let offer = Offer(
        number: number, terms: terms, by: .claimant, madeAt: dispute.changedAt,
        expiresAt: dispute.changedAt, step: .accepted, bidding: bidding.number)
      let met = AgreementText.MetBids(
        bidding: bidding.number, round: round,
        binding: bidding.terms.binding ? bidding.document : nil)
      let text = try? AgreementText.text(
        offer: offer, conditions: nil, balance: balance, claimant: claimant,
        respondent: respondent, reference: reference, graceDays: graceDays, met: met)
      return text.map { Draft(document: DocumentText.hash(of: $0), text: $0) }
    }
  }
}
