extension Dispute {
  /// What both sides see of a bidding.
  mutating func applyBidding(_ entry: Entry) {
    switch entry.event {
    case .biddingProposed(let terms, let number, let by, let signature, let answerBy):
      settlement.biddings.append(
        Bidding(
          number: number, terms: terms, document: signature.document, by: by,
          proposedAt: entry.effectiveAt, answerBy: answerBy, signatures: [by: signature]))
      runSettlement(
        .biddingConsent, until: answerBy, waitsOn: [by.other.turn], rule: "O4", from: entry)
    case .biddingConsented(let number, let by, let signature, let closesAt):
      change(number) {
        $0.step = .open
        $0.signatures[by] = signature
        $0.rounds = [BidRound(number: 1, openedAt: entry.effectiveAt, closesAt: closesAt)]
      }
      settlement.state = .bidding
      runRound(number, until: closesAt, entry)
    case .bidPlaced(let number, let round, let by, let commitment):
      change(number) { bidding in
        for index in bidding.rounds.indices where bidding.rounds[index].number == round {
          bidding.rounds[index].placed[by] = PlacedBid(
            commitment: commitment, at: entry.effectiveAt)
        }
      }
    case .bidRoundClosed(let number, let round, let nextClosesAt):
      change(number) {
        $0.close(round, at: entry.effectiveAt)
        $0.rounds.append(
          BidRound(number: round + 1, openedAt: entry.effectiveAt, closesAt: nextClosesAt))
      }
      runRound(number, until: nextClosesAt, entry)
    case .biddingEnded(let number, let end):
      change(number) { bidding in
        if let round = bidding.openRound { bidding.close(round.number, at: entry.effectiveAt) }
        bidding.step = .ended(end)
      }
      stopBidding(number)
      if settlement.state == .bidding { settlement.state = .none }
    case .biddingSettled: applyMeeting(entry)
    default: break
    }
  }

  /// One side's own part.
  mutating func applySealedBid(_ entry: Entry) {
    guard case .bidSealed(let number, let round, let by, let commitment, let sealed) = entry.event
    else { return }
    bids[by, default: []].append(
      SealedBid(
        bidding: number, round: round, commitment: commitment, bytes: sealed, by: entry.actor))
  }

  private mutating func applyMeeting(_ entry: Entry) {
    guard
      case .biddingSettled(
        let number, let round, let terms, let offer, let agreement, let signBy, let openings) =
        entry.event
    else { return }
    var isBinding = false
    var signatures: [Side: Signature] = [:]
    change(number) { bidding in
      bidding.close(round, at: entry.effectiveAt)
      bidding.step = .settled
      bidding.result = BidResult(
        round: round, amount: terms.amount, offer: offer, openings: openings)
      isBinding = bidding.terms.binding
      signatures = bidding.signatures
    }
    stopBidding(number)
    settlement.offers.append(
      Offer(
        number: offer, terms: terms, by: .claimant, madeAt: entry.effectiveAt,
        expiresAt: entry.effectiveAt, step: .accepted, bidding: number))
    settlement.agreement = AgreementDraft(
      offer: offer, document: agreement, signBy: signBy, signatures: isBinding ? signatures : [:])
    if !isBinding {
      runSettlement(
        .signing, until: signBy, waitsOn: [.claimant, .respondent], rule: "O5", from: entry)
    }
    settlement.state = .signing
  }

  private mutating func change(_ number: Int, _ body: (inout Bidding) -> Void) {
    for index in settlement.biddings.indices where settlement.biddings[index].number == number {
      body(&settlement.biddings[index])
    }
  }

  private mutating func runRound(_ number: Int, until: Instant, _ entry: Entry) {
    stopBidding(number)
    runSettlement(
      .bidRound(number), until: until, waitsOn: [.claimant, .respondent], rule: "O4", from: entry)
  }

  private mutating func stopBidding(_ number: Int) {
    settlement.deadlines.removeAll { $0.kind == .biddingConsent || $0.kind == .bidRound(number) }
  }
}

extension Bidding {
  fileprivate mutating func close(_ round: Int, at: Instant) {
    for index in rounds.indices where rounds[index].number == round {
      rounds[index].closedAt = at
    }
  }
}
