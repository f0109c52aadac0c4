extension Decision {
  mutating func actOnSettlement(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .makeOffer(let terms): try offer(terms, by: person)
    case .acceptOffer(let number, let agreement):
      try accept(number, agreement: agreement, by: person)
    case .rejectOffer(let number):
      let offer = try openOffer(number, .rejectOffer)
      guard let side, side != offer.by else { throw unmet(.ownOffer, .rejectOffer) }
      enter(
        .offerRejected(number: number, by: side), words: words("rejection", numbered: "\(number)"))
    case .withdrawOffer(let number):
      let offer = try known(number)
      guard offer.by == side else {
        throw .notPermitted(.withdrawOffer, needs: [offer.by.standing])
      }
      _ = try openOffer(number, .withdrawOffer)
      enter(.offerWithdrawn(number: number))
    case .signAgreement(let signature): try sign(signature)
    case .electRemedy(let remedy): try elect(remedy)
    case .reinstatePlan: enter(.settlementResumed(instalmentsBy: instalmentsBy))
    default: break
    }
  }

  private func known(_ number: Int) throws(Refusal) -> Offer {
    guard let offer = dispute.settlement.offers.first(where: { $0.number == number }) else {
      throw .notFound
    }
    return offer
  }

  /// The offer, as long as it can still be acted on. What another act or the clock ended first is
  /// lost, so that exactly one of two that compete wins.
  private func openOffer(_ number: Int, _ action: Action) throws(Refusal) -> Offer {
    let offer = try known(number)
    guard offer.step == .open, at < offer.expiresAt else {
      throw .lost(action, rule: LifeCycle.row(of: action)?.rule ?? "")
    }
    return offer
  }

  private mutating func offer(_ terms: OfferTerms, by person: Actor) throws(Refusal) {
    let side = try offeror(terms)
    try check(terms)
    if let countered = terms.inReplyTo {
      let other = try openOffer(countered, .makeOffer)
      guard other.by != side else { throw unmet(.ownOffer, .makeOffer) }
    }
    if side == .claimant, isAboveLimit(terms.amount, of: measure(of: terms)) {
      guard self.side == .claimant else { throw .notPermitted(.makeOffer, needs: [.claimant]) }
      if try holdForApproval(.makeOffer(terms), .makeOffer, by: person) { return }
    }
    place(terms, by: side)
  }

  /// Whose offer it is. A mediator says whose offer is carried; nobody else speaks for the other.
  private func offeror(_ terms: OfferTerms) throws(Refusal) -> Side {
    if let side {
      guard terms.by == nil || terms.by == side else {
        throw .invalid([FieldProblem("by", "Only a mediator carries the offer of another.")])
      }
      return side
    }
    guard let by = terms.by else {
      throw .invalid([FieldProblem("by", "Say whose offer is carried.")])
    }
    return by
  }

  private func check(_ terms: OfferTerms) throws(Refusal) {
    var problems = Problems()
    problems.require(
      terms.expiresInDays <= profile.offerDaysMax, "expires_in_days",
      "Must be at most \(profile.offerDaysMax) days.")
    if let first = terms.schedule.first {
      problems.require(first.due >= today, "schedule[0].due_date", "Must not be past.")
    }
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    try checkItems(of: terms)
    guard terms.amount.minorUnits <= measure(of: terms).minorUnits else {
      throw unmet(.offerAboveQuote, .makeOffer)
    }
  }

  /// Whether the claimant would give up more of the quote than one person may.
  func isAboveLimit(_ amount: Money, of whole: Money) -> Bool {
    let quote = whole.minorUnits
    guard quote > 0, amount.minorUnits < quote else { return false }
    // (quote - amount) * 10000 > quote * limit, in 128 bits: no amount overflows it.
    let givenUp = UInt64(quote - amount.minorUnits).multipliedFullWidth(by: 10_000)
    let limit = UInt64(quote).multipliedFullWidth(
      by: UInt64(max(0, profile.discountBasisPointsMax)))
    return givenUp.high != limit.high ? givenUp.high > limit.high : givenUp.low > limit.low
  }

  private mutating func place(_ terms: OfferTerms, by side: Side) {
    let number = (dispute.settlement.offers.map(\.number).max() ?? 0) + 1
    if let countered = terms.inReplyTo {
      enter(.offerCountered(number: countered, by: number))
    }
    for older in dispute.settlement.offers where older.step == .open && older.by == side {
      enter(.offerSuperseded(number: older.number, by: number))
    }
    enter(
      .offerMade(
        terms, number: number, by: side,
        expiresAt: end(afterDays: terms.expiresInDays, rolls: false)),
      words: words("offer", numbered: "\(number)"))
  }

  private mutating func accept(
    _ number: Int, agreement: DocumentHash, by person: Actor
  ) throws(Refusal) {
    let offer = try openOffer(number, .acceptOffer)
    guard let side, side != offer.by else { throw unmet(.ownOffer, .acceptOffer) }
    guard offer.terms.amount.minorUnits <= measure(of: offer.terms).minorUnits else {
      // Payments since then have left less to pay than was offered.
      throw unmet(.offerAboveQuote, .acceptOffer, next: NextStep(.makeOffer, by: side.standing))
    }
    if side == .claimant, isAboveLimit(offer.terms.amount, of: measure(of: offer.terms)),
      try holdForApproval(
        .acceptOffer(number: number, agreement: agreement), .acceptOffer, by: person)
    {
      return
    }
    voidBidding()
    enter(
      .offerAccepted(
        number: number, by: side, agreement: agreement,
        signBy: end(afterDays: profile.signingDays)),
      words: words("agreement", numbered: "\(number)"))
  }

  private mutating func sign(_ signature: Signature) throws(Refusal) {
    guard let side, let draft = dispute.settlement.agreement else { throw .notFound }
    guard at < draft.signBy else { throw .lost(.signAgreement, rule: "O5") }
    guard signature.document == draft.document else {
      throw unmet(.signatureHashMismatch, .signAgreement)
    }
    let offered = dispute.settlement.offers.first { $0.number == draft.offer }?.terms
    if let offered, !offered.items.isEmpty {
      try checkItems(of: offered)
      guard offered.amount.minorUnits <= measure(of: offered).minorUnits else {
        throw unmet(.offerAboveQuote, .signAgreement, next: NextStep(.makeOffer, by: side.standing))
      }
    }
    enter(
      .agreementSigned(signature, by: side),
      words: words("signature", numbered: "\(draft.offer).\(side.rawValue)"))
    guard dispute.unsigned.isEmpty, let terms = offered else { return }
    guard terms.items.isEmpty else {
      return conclude(draft.offer, terms, by: instalmentsBy(terms))
    }
    enter(.settlementConcluded(terms, instalmentsBy: instalmentsBy(terms)))
  }

  /// The last moment of each instalment of what is agreed, its grace included.
  var instalmentsBy: [Instant] {
    dispute.settlement.termsInForce.map(instalmentsBy) ?? []
  }

  private func instalmentsBy(_ terms: OfferTerms) -> [Instant] {
    let days = terms.defaultClause?.graceDays ?? profile.planGraceDays
    return terms.schedule.map { given.zone.end(of: $0.due.adding(days: days)) }
  }

  /// The remedy that the signed terms name, once the time to cure is over (O8).
  private mutating func elect(_ remedy: Remedy) throws(Refusal) {
    guard dispute.settlement.termsInForce?.defaultClause?.remedy == remedy else {
      throw unmet(.remedyNotAgreed, .electRemedy)
    }
    switch remedy {
    case .accelerate: enter(.settlementAccelerated)
    case .reinstate:
      if let part = dispute.settlement.part { return try reviveItems(of: part) }
      // What an award has recorded stands; only who can still take the claim up again may.
      guard caseFile.arbitration?.award?.terms.agreed == nil else {
        throw unmet(.sumDecided, .electRemedy)
      }
      enter(.claimReinstated)
      lapseConsentAward()
    case .consentJudgment:
      enter(.settlementAccelerated)
      if caseFile.status.stage != .legal {
        move(.counselReferred, to: .counselReferred, rule: "O8")
      }
    }
  }
}
