extension Decision {
  mutating func actOnLegal(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .assessPath(let choice): enter(.pathAssessed(choice), words: words)
    case .referCollections(let share):
      try checkAssessed(.referCollections)
      let act = ApprovalAct.referCollections(contingencyBasisPoints: share)
      if try holdForApproval(act, .referCollections, by: person) { return }
      move(
        .collectionsPlaced(contingencyBasisPoints: share), to: .collectionsPlaced, rule: "T21",
        words: caseWords)
      enterReason()
    case .recallCollections:
      // A mediation does not wait for the collectors: recalled, it has failed.
      let before = caseFile.legal.returnsTo ?? .negotiationImpasse
      let back: Status = Set<Status>.mediating.contains(before) ? .mediationImpasse : before
      move(.collectionsRecalled, to: back, rule: "T22", words: words)
    case .referCounsel:
      try checkAssessed(.referCounsel)
      if try holdForApproval(.referCounsel, .referCounsel, by: person) { return }
      move(.counselReferred, to: .counselReferred, rule: "T21", words: caseWords)
      enterReason()
    default: try actInCourt(command)
    }
  }

  /// Why a referral needs no recent assessment is the claimant's own business.
  private var caseWords: [Word] { words.filter { $0.path != "referral.reason" } }

  private mutating func enterReason() {
    let reason = words.filter { $0.path == "referral.reason" }
    guard !reason.isEmpty else { return }
    let number = dispute.records(in: .internal).notes.count + 1
    enter(
      .noteAdded, words: reason.map { Word("note.\(number).reason", $0.text) }, in: .internal)
  }

  private func checkAssessed(_ action: Action) throws(Refusal) {
    guard dispute.isAssessed(given) || has("referral.reason") else {
      throw unmet(.assessmentMissing, action, next: NextStep(.assessPath, by: .claimant))
    }
  }

  private mutating func actInCourt(_ command: Command) throws(Refusal) {
    switch command {
    case .recordFiling(let record): try recordFiling(record)
    case .recordService(let record):
      try check(record, .recordService)
      move(
        .courtServiceRecorded(record), to: .courtServed, rule: "T23", words: court("SERVICE"))
    case .recordDismissal(let record, let refused):
      try check(record, .recordDismissal)
      move(
        .dismissalRecorded(record, refused: refused), to: refused ? .closed : .counselReferred,
        rule: "T23", outcome: refused ? .claimDenied : nil, words: court("DISMISSAL"))
    case .recordJudgment(let record, let amount, let until, let pin):
      try check(record, .recordJudgment)
      var problems = Problems()
      check(pin, from: record.on, &problems)
      guard problems.found.isEmpty else { throw .invalid(problems.found) }
      if let until, until < today {
        throw .invalid([FieldProblem("expire_date", "Must not be past.")])
      }
      move(
        .judgmentRecorded(record, amount: amount), to: .judgment, rule: "T23",
        words: court("JUDGMENT"))
      if let pin {
        enter(.interestAfterSet(InterestAfter(pin: pin, from: record.on), ofJudgment: true))
      }
      if let until {
        enter(.judgmentExpirySet(until, clocks: judgmentClocks(until: until)))
      }
    case .recordRenewal(let record, let until): try renew(record, until: until)
    case .recordEnforcement(let record, let kind, let garnishment):
      try check(record, .recordEnforcement)
      let cap = try garnishment.map { (taken) throws(Refusal) in try self.cap(on: taken, kind) }
      let event = Event.enforcementRecorded(record, kind: kind)
      let text = court("ENFORCEMENT-\(caseFile.legal.enforcements.count + 1)")
      if caseFile.status == .judgment {
        move(event, to: .enforcing, rule: "T23", words: text)
      } else {
        enter(event, words: text)
      }
      if let garnishment {
        enter(
          .garnishmentSet(
            garnishment, enforcement: caseFile.legal.enforcements.count, cap: cap ?? nil))
      }
    case .recordSatisfaction(let record):
      try check(record, .recordSatisfaction)
      voidBidding()
      move(
        .satisfactionRecorded(record), to: .closed, rule: "T23", outcome: .judgmentSatisfied,
        words: court("SATISFACTION"))
    default: break
    }
  }

  /// What the law allows to be withheld (15 USC 1673 and the like); nil where no table binds here.
  private func cap(on taken: Garnishment, _ kind: EnforcementKind) throws(Refusal) -> Money? {
    guard kind == .garnishment else {
      throw .invalid([FieldProblem("garnishment", "Goes with a garnishment.")])
    }
    guard let table = profile.garnishment, table.covers(caseFile.opening.jurisdiction),
      table.currency == dispute.currency.code
    else { return nil }
    let cap = table.cap(on: taken.disposable.minorUnits, taken.period)
    guard taken.withheld.minorUnits <= cap else {
      throw unmet(.garnishmentAboveCap, .recordEnforcement)
    }
    return Money(minorUnits: cap, currency: dispute.currency)
  }

  /// A court lets a judgment be enforced for longer. One that expired is revived: the paper says so.
  private mutating func renew(_ record: CourtRecord, until: CivilDate) throws(Refusal) {
    try check(record, .recordRenewal)
    guard until >= today, caseFile.legal.judgmentUntil.map({ until > $0 }) ?? true else {
      throw .invalid([
        FieldProblem(
          "expire_date", "Must be later than the day it ends on now, and not past.")
      ])
    }
    enter(
      .judgmentRenewed(record, until: until, clocks: judgmentClocks(until: until)),
      words: court("RENEWAL-\(caseFile.legal.renewals.count + 1)"))
  }

  private mutating func recordFiling(_ record: CourtRecord) throws(Refusal) {
    if caseFile.opening.clauses.contains(.arbitration), caseFile.arbitration?.award == nil,
      !has("court.arbitrationWaiver")
    {
      throw unmet(
        .arbitrationExclusive, .recordFiling, next: NextStep(.demandArbitration, by: .claimant))
    }
    try check(record, .recordFiling)
    let text = court("FILING")
    if caseFile.status == .counselReferred {
      move(.courtFilingRecorded(record), to: .courtFiled, rule: "T22", words: text)
    } else {
      enter(.courtFilingRecorded(record), words: text)
    }
  }

  private func check(_ record: CourtRecord, _ action: Action) throws(Refusal) {
    try checkProof(record.document, action)
    guard record.on <= today else {
      throw .invalid([FieldProblem("record.date", "Must not lie ahead.")])
    }
  }

  private func court(_ act: String) -> [Word] { words("court", numbered: act) }
}
