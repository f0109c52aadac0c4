extension Dispute {
  mutating func applySettlement(_ entry: Entry) {
    switch entry.event {
    case .offerMade(let terms, let number, let by, let expiresAt):
      settlement.offers.append(
        Offer(
          number: number, terms: terms, by: by, madeAt: entry.effectiveAt, expiresAt: expiresAt,
          step: .open))
      runSettlement(
        .offerExpiry(number), until: expiresAt, waitsOn: [by.other.turn], rule: "O1", from: entry)
      settlement.state = .offerOpen
    case .offerSuperseded(let number, _): settleOffer(number, as: .superseded)
    case .offerCountered(let number, _): settleOffer(number, as: .countered)
    case .offerRejected(let number, _): settleOffer(number, as: .rejected)
    case .offerWithdrawn(let number): settleOffer(number, as: .withdrawn)
    case .offerExpired(let number): settleOffer(number, as: .expired)
    case .offerAccepted(let number, _, let agreement, let signBy):
      accept(number, agreement: agreement, signBy: signBy, entry)
    case .agreementSigned(let signature, let by): settlement.agreement?.signatures[by] = signature
    case .consentAwardAsked(let by): settlement.consentAwardAskedBy.insert(by)
    case .awardBoundAgreed(let bound, let by): settlement.bounds[by] = bound
    case .agreementLapsed:
      settlement.agreement = nil
      settlement.deadlines.removeAll { $0.kind == .signing }
      settlement.state = .none
    default: applyPerformance(entry)
    }
  }

  private mutating func accept(
    _ number: Int, agreement: DocumentHash, signBy: Instant, _ entry: Entry
  ) {
    for offer in settlement.offers where offer.step == .open && offer.number != number {
      settleOffer(offer.number, as: .superseded)
    }
    settleOffer(number, as: .accepted)
    settlement.agreement = AgreementDraft(
      offer: number, document: agreement, signBy: signBy, signatures: [:])
    runSettlement(
      .signing, until: signBy, waitsOn: [.claimant, .respondent], rule: "O5", from: entry)
    settlement.state = .signing
  }

  private mutating func applyPerformance(_ entry: Entry) {
    switch entry.event {
    case .settlementConcluded(let terms, let instalmentsBy):
      settlement.concluded = ConcludedSettlement(
        terms: terms, concludedAt: entry.effectiveAt,
        paymentsBefore: caseFile.payments.map(\.number).max() ?? 0)
      settlement.deadlines.removeAll { $0.kind != .settlementContest }
      for (instalment, by) in zip(terms.schedule, instalmentsBy) {
        runSettlement(
          .instalment(instalment.number), until: by, waitsOn: [.respondent], rule: "O6",
          from: entry)
      }
      perform(at: entry.effectiveAt)
    case .settlementDefaulted(let number, let cureBy):
      settlement.agreement?.missedInstalment = number
      settlement.deadlines.removeAll { $0.kind == .instalment(number) }
      settlement.state = .defaulted
      stopToll(at: entry.effectiveAt)
      settlement.deadlines.removeAll { $0.kind == .planCure }
      if let cureBy {
        runSettlement(.planCure, until: cureBy, waitsOn: [.respondent], rule: "O8", from: entry)
      }
    case .settlementAccelerated:
      settlement.concluded?.acceleratedAt = entry.effectiveAt
      settlement.deadlines = []
    case .claimReinstated:
      settlement.concluded = nil
      settlement.consentAwardAskedBy = []
      settlement.deadlines = []
      settlement.state = .none
    case .settlementCured: perform(at: entry.effectiveAt)
    case .settlementResumed(let instalmentsBy):
      settlement.concluded?.acceleratedAt = nil
      let schedule = settlement.concluded?.terms.schedule ?? []
      for (instalment, by) in zip(schedule, instalmentsBy) {
        runSettlement(
          .instalment(instalment.number), until: by, waitsOn: [.respondent], rule: "O6",
          from: entry)
      }
      perform(at: entry.effectiveAt)
    case .settlementAnnulled:
      settlement.agreement = nil
      settlement.consentAwardAskedBy = []
      settlement.concluded = nil
      settlement.deadlines.removeAll { $0.kind != .settlementContest }
      settlement.state = .none
      stopToll(at: entry.effectiveAt)
    case .settlementPerformed:
      settlement.deadlines = []
      settlement.state = .none
      stopToll(at: entry.effectiveAt)
    default: break
    }
  }

  private mutating func perform(at: Instant) {
    settlement.state = .performing
    stopToll(at: at)
    settlement.tolls.append(TollSpan(from: at))
  }

  private mutating func stopToll(at: Instant) {
    for index in settlement.tolls.indices where settlement.tolls[index].to == nil {
      settlement.tolls[index].to = at
    }
  }

  mutating func settleOffer(_ number: Int, as step: Offer.Step) {
    for index in settlement.offers.indices where settlement.offers[index].number == number {
      settlement.offers[index].step = step
    }
    settlement.deadlines.removeAll { $0.kind == .offerExpiry(number) }
    let isOpen = settlement.offers.contains { $0.step == .open }
    if settlement.state == .none || settlement.state == .offerOpen {
      settlement.state = isOpen ? .offerOpen : .none
    }
  }

  mutating func runSettlement(
    _ kind: DeadlineKind, until dueAt: Instant, waitsOn: Set<Turn>, rule: String, from entry: Entry
  ) {
    settlement.deadlines.append(
      Deadline(
        kind: kind, dueAt: dueAt, compartment: .settlement, waitsOn: waitsOn, rule: rule,
        setAt: entry.effectiveAt))
  }
}

extension Side {
  package var turn: Turn { self == .claimant ? .claimant : .respondent }
}
