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
      runInstalments(instalmentsBy, from: entry)
      perform(at: entry.effectiveAt)
    case .partSettled(let offer, let terms, let day, let paidBefore, let instalmentsBy):
      settlement.parts.append(
        PartSettlement(
          offer: offer, terms: terms, on: day, concludedAt: entry.effectiveAt,
          paymentsBefore: caseFile.payments.map(\.number).max() ?? 0, paidBefore: paidBefore))
      settlement.deadlines.removeAll { $0.kind != .settlementContest }
      runInstalments(instalmentsBy, from: entry)
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
      changePart { $0.acceleratedAt = entry.effectiveAt }
      settlement.deadlines = []
    case .claimReinstated:
      settlement.concluded = nil
      if settlement.part != nil { settlement.parts.removeLast() }
      settlement.consentAwardAskedBy = []
      settlement.deadlines = []
      settlement.state = .none
    case .settlementCured: perform(at: entry.effectiveAt)
    case .settlementResumed(let instalmentsBy):
      settlement.concluded?.acceleratedAt = nil
      changePart { $0.acceleratedAt = nil }
      runInstalments(instalmentsBy, from: entry)
      perform(at: entry.effectiveAt)
    case .settlementAnnulled:
      settlement.agreement = nil
      settlement.consentAwardAskedBy = []
      settlement.concluded = nil
      if settlement.part != nil { settlement.parts.removeLast() }
      settlement.deadlines.removeAll { $0.kind != .settlementContest }
      settlement.state = .none
      stopToll(at: entry.effectiveAt)
    case .settlementPerformed:
      changePart { $0.performed = true }
      settlement.deadlines = []
      settlement.state = .none
      stopToll(at: entry.effectiveAt)
    default: break
    }
  }

  private mutating func perform(at: Instant) {
    settlement.state = .performing
    stopToll(at: at)
    // The rest of the claim goes on beside a settlement of some items.
    if settlement.concluded != nil { settlement.tolls.append(TollSpan(from: at)) }
  }

  private mutating func changePart(_ change: (inout PartSettlement) -> Void) {
    guard settlement.part != nil, let last = settlement.parts.indices.last else { return }
    change(&settlement.parts[last])
  }

  private mutating func runInstalments(_ instalmentsBy: [Instant], from entry: Entry) {
    for (instalment, by) in zip(settlement.termsInForce?.schedule ?? [], instalmentsBy) {
      runSettlement(
        .instalment(instalment.number), until: by, waitsOn: [.respondent], rule: "O6",
        from: entry)
    }
  }

  /// What all in the case know of a settlement of some items.
  mutating func applySettledItems(_ entry: Entry) {
    switch entry.event {
    case .itemsSettled(let items):
      for index in caseFile.items.indices where items.contains(caseFile.items[index].item.number) {
        caseFile.items[index].standingBefore = caseFile.items[index].standing
        caseFile.items[index].standing = .settled
      }
    case .itemsRevived(let items):
      for index in caseFile.items.indices where items.contains(caseFile.items[index].item.number) {
        guard let before = caseFile.items[index].standingBefore else { continue }
        caseFile.items[index].standing = before
        caseFile.items[index].standingBefore = nil
      }
    default: break
    }
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
