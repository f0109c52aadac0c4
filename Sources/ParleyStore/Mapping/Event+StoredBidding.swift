import Foundation
import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedBidding() throws -> StoredEvent? {
    switch self {
    case .biddingProposed(let terms, let number, let by, let signature, let answerBy):
      try .biddingProposed(
        .with {
          $0.terms = try terms.stored()
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
          $0.documentSha256 = signature.document.hex
          $0.authority = signature.authority.rawValue
          $0.answerByMs = answerBy.milliseconds
        })
    case .biddingConsented(let number, let by, let signature, let closesAt):
      try .biddingConsented(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
          $0.documentSha256 = signature.document.hex
          $0.authority = signature.authority.rawValue
          $0.closesMs = closesAt.milliseconds
        })
    case .biddingEnded(let number, let end):
      try .biddingEnded(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.end = end.rawValue
        })
    default: try storedBid()
    }
  }

  private func storedBid() throws -> StoredEvent? {
    switch self {
    case .bidPlaced(let number, let round, let by, let commitment):
      try .bidPlaced(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.round = try ParleyStore.stored(round)
          $0.by = by.rawValue
          $0.commitmentSha256 = commitment.hex
        })
    case .bidSealed(let number, let round, let by, let commitment, let sealed):
      try .bidSealed(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.round = try ParleyStore.stored(round)
          $0.by = by.rawValue
          $0.commitmentSha256 = commitment.hex
          $0.sealed = Data(sealed)
        })
    case .bidRoundClosed(let number, let round, let nextClosesAt):
      try .bidRoundClosed(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.round = try ParleyStore.stored(round)
          $0.nextClosesMs = nextClosesAt.milliseconds
        })
    case .biddingSettled(
      let number, let round, let terms, let offer, let agreement, let signBy, let openings):
      try .biddingSettled(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.round = try ParleyStore.stored(round)
          $0.terms = try terms.stored()
          $0.offer = try ParleyStore.stored(offer)
          $0.agreementSha256 = agreement.hex
          $0.signByMs = signBy.milliseconds
          $0.openings = openings.map { opening in
            .with {
              $0.side = opening.side.rawValue
              $0.amount = opening.amount.stored
              $0.nonce = opening.nonce.hex
            }
          }
        })
    default: nil
    }
  }

  static func readBidding(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .biddingProposed(let made):
      .biddingProposed(
        try BiddingTerms(stored: made.terms), number: Int(made.number), by: try choice(made.by),
        Signature(
          document: try documentHash(made.documentSha256), authority: try choice(made.authority)),
        answerBy: instant(made.answerByMs))
    case .biddingConsented(let made):
      .biddingConsented(
        number: Int(made.number), by: try choice(made.by),
        Signature(
          document: try documentHash(made.documentSha256), authority: try choice(made.authority)),
        closesAt: instant(made.closesMs))
    case .biddingEnded(let ended):
      .biddingEnded(number: Int(ended.number), try choice(ended.end))
    case .bidPlaced(let bid):
      .bidPlaced(
        number: Int(bid.number), round: Int(bid.round), by: try choice(bid.by),
        commitment: try documentHash(bid.commitmentSha256))
    case .bidSealed(let bid):
      .bidSealed(
        number: Int(bid.number), round: Int(bid.round), by: try choice(bid.by),
        commitment: try documentHash(bid.commitmentSha256), sealed: Array(bid.sealed))
    case .bidRoundClosed(let closed):
      .bidRoundClosed(
        number: Int(closed.number), round: Int(closed.round),
        nextClosesAt: instant(closed.nextClosesMs))
    case .biddingSettled(let settled):
      .biddingSettled(
        number: Int(settled.number), round: Int(settled.round),
        try OfferTerms(stored: settled.terms), offer: Int(settled.offer),
        agreement: try documentHash(settled.agreementSha256), signBy: instant(settled.signByMs),
        openings: try settled.openings.map {
          BidOpening(
            side: try choice($0.side), amount: try Money(stored: $0.amount),
            nonce: try documentHash($0.nonce))
        })
    default: nil
    }
  }
}

extension BiddingTerms {
  fileprivate func stored() throws -> Parley_Journal_V1_BiddingTerms {
    try .with {
      $0.rounds = try ParleyStore.stored(rounds)
      $0.roundDays = try ParleyStore.stored(roundDays)
      $0.tolerance = tolerance.stored
      $0.rounding = rounding.rawValue
      $0.binding = binding
      $0.payWithinDays = try ParleyStore.stored(payWithinDays)
      $0.answerDays = try ParleyStore.stored(answerDays)
      if let defaultClause { $0.defaultClause = try defaultClause.stored() }
    }
  }

  fileprivate init(stored terms: Parley_Journal_V1_BiddingTerms) throws {
    self.init(
      rounds: Int(terms.rounds), roundDays: Int(terms.roundDays),
      tolerance: try Money(stored: terms.tolerance), rounding: try choice(terms.rounding),
      binding: terms.binding, payWithinDays: Int(terms.payWithinDays),
      answerDays: Int(terms.answerDays),
      defaultClause: terms.hasDefaultClause
        ? try DefaultClause(stored: terms.defaultClause) : nil)
  }
}
