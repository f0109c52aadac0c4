/// A double-blind bidding, as both sides and a mediator see it: its terms and how far it has come.
/// What was bid is in nobody's sight; see ``SealedBid``.
package struct Bidding: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case proposed
    case open
    case ended(BiddingEnd)
    case settled
  }

  package let number: Int
  package let terms: BiddingTerms
  /// The terms as a text, which both sign.
  package let document: DocumentHash
  package let by: Side
  package let proposedAt: Instant
  package let answerBy: Instant
  package var step: Step = .proposed
  package var signatures: [Side: Signature]
  package var rounds: [BidRound] = []
  package var result: BidResult?

  /// The round in which bids are taken now.
  package var openRound: BidRound? { step == .open ? rounds.last : nil }

  package var isOver: Bool { step != .proposed && step != .open }
}

package struct BidRound: Hashable, Sendable {
  package let number: Int
  package let openedAt: Instant
  package let closesAt: Instant
  package var placed: [Side: PlacedBid] = [:]
  package var closedAt: Instant?

  package var isComplete: Bool { placed.count == Side.allCases.count }
}

/// That a side has bid, and what the bid can be held against once it is told.
package struct PlacedBid: Hashable, Sendable {
  package let commitment: DocumentHash
  package let at: Instant
}

/// The sum the bids met at, and the two bids that met.
package struct BidResult: Hashable, Sendable {
  package let round: Int
  package let amount: Money
  /// The accepted offer that stands for it.
  package let offer: Int
  package let openings: [BidOpening]
}

/// A bid as one side's own chain keeps it: unreadable without the key of its bidding, which is in no
/// table and is destroyed when the bidding is over.
package struct SealedBid: Hashable, Sendable {
  package let bidding: Int
  package let round: Int
  package let commitment: DocumentHash
  package let bytes: [UInt8]
  package let by: MemberID?
}

/// The bids of a bidding that is open, read in memory for one decision and kept nowhere.
package struct OpenedBidding: Sendable {
  package struct Bid: Hashable, Sendable {
    package let round: Int
    package let opening: BidOpening

    package init(round: Int, opening: BidOpening) {
      self.round = round
      self.opening = opening
    }
  }

  /// The text of an agreement, and its hash.
  package struct Draft: Hashable, Sendable {
    package let document: DocumentHash
    package let text: String

    package init(document: DocumentHash, text: String) {
      self.document = document
      self.text = text
    }
  }

  package let number: Int
  package let bids: [Bid]
  /// A dry run: what the other side has bid is not read, so that nobody finds it out by trying.
  package let isRehearsal: Bool
  /// Makes the agreement for a sum the bids met at, given what is owed at that time.
  package let draft: @Sendable (OfferTerms, _ offer: Int, _ round: Int, _ balance: Money) -> Draft?

  package init(
    number: Int, bids: [Bid], isRehearsal: Bool,
    draft: @escaping @Sendable (OfferTerms, Int, Int, Money) -> Draft?
  ) {
    self.number = number
    self.bids = bids
    self.isRehearsal = isRehearsal
    self.draft = draft
  }

  /// With one more, which was just placed.
  func adding(_ bid: Bid) -> OpenedBidding {
    OpenedBidding(number: number, bids: bids + [bid], isRehearsal: isRehearsal, draft: draft)
  }

  func bid(of side: Side, in round: Int) -> BidOpening? {
    bids.first { $0.round == round && $0.opening.side == side }?.opening
  }
}

extension SettlementFile {
  /// The bidding that is proposed or open; at most one is.
  package var bidding: Bidding? { biddings.last.flatMap { $0.isOver ? nil : $0 } }

  /// The bidding in which bids are taken now.
  package var openBidding: Bidding? { biddings.last.flatMap { $0.step == .open ? $0 : nil } }
}
