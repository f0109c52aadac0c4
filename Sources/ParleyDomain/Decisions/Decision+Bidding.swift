// Double-blind bidding (O4): each side bids once a round without knowing what the other bids. The
// bids are compared when both are in; where they meet, their middle is the sum, and where they do
// not, nothing is told but that.

extension Decision {
  mutating func actOnBidding(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .openBidding(let terms, let signature): try propose(terms, signature)
    case .consentBidding(let number, let signature): try consent(number, signature)
    case .declineBidding(let number): try decline(number)
    case .placeBid(let number, let round, let paper):
      try place(paper, bidding: number, round: round, by: person)
    default: break
    }
  }

  private mutating func propose(
    _ terms: BiddingTerms, _ signature: Signature
  ) throws(Refusal) {
    guard let side else { throw .notFound }
    let number = (dispute.settlement.biddings.map(\.number).max() ?? 0) + 1
    enter(
      .biddingProposed(
        terms, number: number, by: side, signature,
        answerBy: end(afterDays: terms.answerDays, rolls: false)),
      words: words("bidding", numbered: "\(number)") + signer(of: number, side))
  }

  private mutating func consent(_ number: Int, _ signature: Signature) throws(Refusal) {
    let bidding = try known(number, .consentBidding)
    guard let side, side != bidding.by else {
      throw unmet(.otherSideMustAgree, .consentBidding)
    }
    guard bidding.step == .proposed, at < bidding.answerBy else {
      throw .lost(.consentBidding, rule: "O4")
    }
    guard signature.document == bidding.document else {
      throw unmet(.signatureHashMismatch, .consentBidding)
    }
    guard dispute.settlement.state == .none else {
      throw unmet(
        .offerOpen, .consentBidding, next: NextStep(.rejectOffer, by: side.standing))
    }
    enter(
      .biddingConsented(
        number: number, by: side, signature,
        closesAt: end(afterDays: bidding.terms.roundDays, rolls: false)),
      words: signer(of: number, side))
  }

  /// Before it is open, the other side declines it and its own side takes it back. Once open it goes
  /// by its terms: who wants no more does not bid.
  private mutating func decline(_ number: Int) throws(Refusal) {
    let bidding = try known(number, .declineBidding)
    guard bidding.step == .proposed else { throw .lost(.declineBidding, rule: "O4") }
    enter(
      .biddingEnded(number: number, side == bidding.by ? .withdrawn : .declined),
      words: words("bidding", numbered: "\(number)"))
  }

  private mutating func place(
    _ paper: BidPaper, bidding number: Int, round: Int, by person: Actor
  ) throws(Refusal) {
    let bidding = try known(number, .placeBid)
    guard let side else { throw .notFound }
    guard let open = bidding.openRound, open.number == round, at < open.closesAt else {
      throw .lost(.placeBid, rule: "O4")
    }
    guard open.placed[side] == nil else { throw .alreadyExists(what: "bid") }
    guard !paper.sealed.isEmpty, let opened = given.bidding, opened.number == number else {
      throw unmet(.bidsUnreadable, .placeBid)
    }
    try check(paper.amount, of: side, in: round, opened, by: person)
    enter(
      .bidSealed(
        number: number, round: round, by: side, commitment: paper.commitment,
        sealed: paper.sealed))
    enter(.bidPlaced(number: number, round: round, by: side, commitment: paper.commitment))
    guard !opened.isRehearsal else { return }
    let own = BidOpening(side: side, amount: paper.amount, nonce: paper.nonce)
    closeIfComplete(number, opened.adding(OpenedBidding.Bid(round: round, opening: own)))
  }

  private func check(
    _ amount: Money, of side: Side, in round: Int, _ opened: OpenedBidding, by person: Actor
  ) throws(Refusal) {
    guard amount.minorUnits <= balance.minorUnits else {
      throw unmet(.offerAboveQuote, .placeBid)
    }
    let own = (1..<max(round, 1)).compactMap { opened.bid(of: side, in: $0)?.amount.minorUnits }
    let isMonotone = own.allSatisfy {
      side == .claimant ? amount.minorUnits <= $0 : amount.minorUnits >= $0
    }
    guard isMonotone else { throw unmet(.bidNotMonotone, .placeBid) }
    // To hold such a bid for a second person would be to write it down.
    if side == .claimant, isAboveLimit(amount, of: balance), !standings.contains(.supervisor),
      !person.isSolePrincipal
    {
      throw unmet(.bidNeedsSupervisor, .placeBid, next: NextStep(.placeBid, by: .supervisor))
    }
  }

  private func known(_ number: Int, _ action: Action) throws(Refusal) -> Bidding {
    guard let bidding = dispute.settlement.biddings.first(where: { $0.number == number }) else {
      throw .notFound
    }
    return bidding
  }

  private func signer(of number: Int, _ side: Side) -> [Word] {
    words("signature").map {
      Word("bidding.\(number).\(side.rawValue).\($0.path.dropFirst("signature.".count))", $0.text)
    }
  }

  // MARK: The close of a round

  private mutating func closeIfComplete(_ number: Int, _ opened: OpenedBidding) {
    guard let bidding = dispute.settlement.openBidding, bidding.number == number,
      let round = bidding.openRound, round.isComplete
    else { return }
    closeRound(of: bidding, round, opened)
  }

  /// What the clock does when the time of a round is over (O4).
  mutating func fallRound(_ number: Int) {
    guard let bidding = dispute.settlement.openBidding, bidding.number == number,
      let round = bidding.openRound
    else { return }
    closeRound(of: bidding, round, given.bidding)
  }

  /// Compares the bids of a round. Where one is missing, or cannot be read any more, the bidding is
  /// void: nothing is told of the other.
  private mutating func closeRound(
    of bidding: Bidding, _ round: BidRound, _ opened: OpenedBidding?
  ) {
    guard round.isComplete, let opened, opened.number == bidding.number,
      let demand = opened.bid(of: .claimant, in: round.number),
      let offer = opened.bid(of: .respondent, in: round.number)
    else { return enter(.biddingEnded(number: bidding.number, .void)) }
    guard
      let middle = bidding.terms.meeting(
        demand: demand.amount.minorUnits, offer: offer.amount.minorUnits)
    else {
      guard round.number < bidding.terms.rounds else {
        return enter(.biddingEnded(number: bidding.number, .withoutOverlap))
      }
      return enter(
        .bidRoundClosed(
          number: bidding.number, round: round.number,
          nextClosesAt: end(afterDays: bidding.terms.roundDays, rolls: false)))
    }
    settle(bidding, round, at: middle, opened, [demand, offer])
  }

  /// The bids have met. Payments since they were placed may have left less to pay than the sum; then
  /// that is the sum.
  private mutating func settle(
    _ bidding: Bidding, _ round: BidRound, at middle: Int64, _ opened: OpenedBidding,
    _ openings: [BidOpening]
  ) {
    let balance = balance
    let amount = Money(
      minorUnits: min(middle, balance.minorUnits), currency: dispute.currency)
    let terms = OfferTerms(
      kind: .lumpSum, amount: amount,
      schedule: [
        Instalment(
          number: 1, due: today.adding(days: bidding.terms.payWithinDays), amount: amount)
      ], expiresInDays: 1, defaultClause: bidding.terms.defaultClause)
    let offer = (dispute.settlement.offers.map(\.number).max() ?? 0) + 1
    guard amount.isPositive, let draft = opened.draft(terms, offer, round.number, balance) else {
      return enter(.biddingEnded(number: bidding.number, .void))
    }
    var words = [Word("agreement.\(offer).text", draft.text)]
    if bidding.terms.binding { words += signers(of: bidding.number, under: offer) }
    enter(
      .biddingSettled(
        number: bidding.number, round: round.number, terms, offer: offer,
        agreement: draft.document, signBy: end(afterDays: profile.signingDays),
        openings: openings),
      words: words)
    guard bidding.terms.binding else { return }
    let days = terms.defaultClause?.graceDays ?? profile.planGraceDays
    enter(
      .settlementConcluded(
        terms, instalmentsBy: terms.schedule.map { given.zone.end(of: $0.due.adding(days: days)) }))
  }

  /// The names that signed the terms, as those under the agreement.
  private func signers(of bidding: Int, under offer: Int) -> [Word] {
    let words = dispute.records(in: .settlement).words
    return Side.allCases.compactMap { side in
      words["bidding.\(bidding).\(side.rawValue).name"].map {
        Word("signature.\(offer).\(side.rawValue).name", $0)
      }
    }
  }

  /// Ends a bidding that something else has overtaken: another agreement, or the end of the dispute.
  mutating func voidBidding() {
    guard let bidding = dispute.settlement.bidding else { return }
    enter(.biddingEnded(number: bidding.number, .void))
  }
}
