extension Decision {
  mutating func actOnArbitration(_ command: Command) throws(Refusal) {
    switch command {
    case .demandArbitration(let demand): try demandArbitration(demand)
    case .answerDemand(let answers):
      try check(answers, .answerDemand)
      move(.demandAnswered(answers), to: .answered, rule: "T16", words: words)
    case .requestDefault: move(.defaultRequested, to: .answered, rule: "T16")
    case .issueOrder(let order): try issue(order)
    case .closeRecord:
      move(
        .recordClosed(awardBy: end(afterDays: profile.awardDays)), to: .recordClosed, rule: "T18")
    case .reopenRecord: move(.recordReopened, to: .evidenceOpen, rule: "T18", words: words)
    case .addDeliberationNote:
      let place = caseFile.current(.deliberation) ?? .deliberation
      let number = dispute.records(in: place).notes.count + 1
      enter(.deliberationNoted, words: words("note", numbered: "\(number)"), in: place)
    case .issueAward(let terms): try issue(terms)
    case .setAsideAward(let answers): try setAside(answers)
    case .correctAward(let document):
      let version = (caseFile.arbitration?.award?.version ?? 0) + 1
      enter(
        .awardCorrected(document: document, version: version),
        words: words("award", numbered: "\(version)"))
    default: break
    }
  }

  private mutating func demandArbitration(_ demand: ArbitrationDemand) throws(Refusal) {
    guard let side else { throw .notFound }
    let clauses = caseFile.opening.clauses
    if demand.basis == .contractClause, !clauses.contains(.arbitration) {
      throw unmet(.arbitrationClauseMissing, .demandArbitration)
    }
    try checkProof(demand.agreement, .demandArbitration)
    let isMet =
      switch demand.mediationFirst {
      case .notRequired: !clauses.contains(.mediationFirst)
      case .attempted: caseFile.mediationEndedAt != nil
      case .refused: caseFile.mediationRefused
      case .waived: true
      }
    guard isMet else {
      throw unmet(
        .mediationFirstUnmet, .demandArbitration,
        next: NextStep(.proposeMediation, by: side.standing))
    }
    move(
      .arbitrationDemanded(demand, by: side, answerBy: end(afterDays: profile.answerDays)),
      to: .arbitrationDemanded, rule: "T15", words: words)
  }

  /// The award by default gives way to the answer that was missing (T27), and whoever made it is
  /// done with the matter.
  private mutating func setAside(_ answers: [ItemAnswer]) throws(Refusal) {
    try check(answers, .setAsideAward)
    move(.awardSetAside(answers), to: .answered, rule: "T27", words: words)
    if let arbitrator = caseFile.neutral(on: .arbitrator), arbitrator.step == .appointed {
      enter(.neutralDischarged(.arbitrator, arbitrator.member))
    }
  }

  private mutating func issue(_ order: ProceduralOrder) throws(Refusal) {
    if let due = order.due, due < today {
      throw .invalid([FieldProblem("due_date", "Must not be past.")])
    }
    let number = (caseFile.arbitration?.orders.map(\.number).max() ?? 0) + 1
    let event = Event.orderIssued(
      order, number: number, dueAt: order.due.map { profile.end(of: $0, in: given.zone) })
    let text = words("order", numbered: "\(number)")
    if caseFile.status == .constituted, order.kind == .evidenceTimetable {
      move(event, to: .evidenceOpen, rule: "T18", words: text)
    } else {
      enter(event, words: text)
    }
  }

  private mutating func issue(_ terms: AwardTerms) throws(Refusal) {
    let claimed = caseFile.items.filter { $0.standing != .withdrawn && $0.standingBefore == nil }
    guard claimed.allSatisfy({ state in terms.items.contains { $0.item == state.item.number } })
    else { throw unmet(.itemsUndecided, .issueAward) }
    var problems = Problems()
    for (index, decision) in terms.items.enumerated() {
      guard let item = claimed.first(where: { $0.item.number == decision.item })?.item else {
        let isSettled = caseFile.items.contains {
          $0.item.number == decision.item && $0.standingBefore != nil
        }
        problems.add(
          "items[\(index)].item", isSettled ? "This item is settled." : "This item was withdrawn.")
        continue
      }
      let field = "items[\(index)].amount"
      switch decision.disposition {
      case .granted where decision.amount != item.amount:
        throw .amountDiffers(
          field: field, given: decision.amount, expected: item.amount, rule: "T19")
      case .grantedInPart:
        problems.require(
          decision.amount.minorUnits < item.amount.minorUnits, field,
          "Must be less than the item.")
      default: break
      }
    }
    try checkCounterclaim(terms, &problems)
    check(terms.interestAfter, from: terms.payBy, &problems)
    problems.require(terms.payBy >= today, "pay_by_date", "Must not be past.")
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    let isLate = dispute.openDeadline(.award).map { $0 <= at } ?? false
    move(
      .awardIssued(
        terms.asDecided, finalAt: end(afterDays: profile.correctionDays),
        payBy: given.zone.end(of: terms.payBy), late: isLate),
      to: .awardIssued, rule: "T19", words: words("award", numbered: "1"))
    if let pin = terms.interestAfter {
      enter(.interestAfterSet(InterestAfter(pin: pin, from: terms.payBy), ofJudgment: false))
    }
    hold(terms)
  }

  /// Makes the award what both sides had agreed on, unknown to who made it. One by consent is what they
  /// agreed on already.
  private mutating func hold(_ terms: AwardTerms) {
    guard terms.form != .consent, let net = terms.netMinorUnits,
      let (kind, amount) = dispute.settlement.bounded(net)
    else { return }
    enter(.awardBounded(kind, amount: Money(minorUnits: amount, currency: dispute.currency)))
  }

  /// Agrees, for one side, what the award is held to (JAMS Rules 32 and 33). It stands once both sides
  /// have stated the same bracket, or each a final offer; what a side states again takes the place of
  /// what it stated. Final offers are stated some days before the exchange of evidence ends.
  mutating func agree(_ bound: AwardBound) throws(Refusal) {
    guard let side else { throw .notFound }
    if bound.kind == .finalOffer, let exchange = dispute.openDeadline(.exchange) {
      let last = given.zone.date(at: exchange.adding(milliseconds: -1))
        .adding(days: -profile.finalOfferDays)
      guard today <= last else { throw unmet(.awardBoundLate, .agreeAwardBound) }
    }
    enter(.awardBoundAgreed(bound, by: side))
  }
}

extension AwardTerms {
  /// Without the interest that follows, which has an entry of its own.
  fileprivate var asDecided: AwardTerms {
    AwardTerms(
      items: items, interest: interest, costs: costs, payBy: payBy, form: form,
      document: document, counterclaim: counterclaim, agreed: agreed)
  }
}
