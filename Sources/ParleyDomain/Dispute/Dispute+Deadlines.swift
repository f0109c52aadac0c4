extension Dispute {
  /// The periods that are running, in due order, each with the instant it is really due: those of
  /// the stage stand still while a settlement is being performed, and an instalment that is paid
  /// waits for nobody.
  ///
  /// Alerts are none: nobody has to do anything by them. They are ``alerts``.
  package var deadlines: [Deadline] {
    guard caseFile.status != .closed else { return [] }
    let ofCase = caseFile.deadlines.filter { !$0.kind.isAlert && isRunning($0) }
      .compactMap(tolled)
    let ofSettlement = settlement.deadlines.filter(isRunning).compactMap(tolled)
    return (ofCase + ofSettlement).sorted {
      ($0.dueAt, $0.kind.rank) < ($1.dueAt, $1.kind.rank)
    }
  }

  /// When the claimant is still to be told that time runs out, in order; each stands still with the
  /// period it speaks of.
  package var alerts: [Deadline] {
    guard caseFile.status != .closed else { return [] }
    return caseFile.deadlines.filter { $0.kind.isAlert && isRunning($0) }.compactMap(tolled)
      .sorted { ($0.dueAt, $0.kind.rank) < ($1.dueAt, $1.kind.rank) }
  }

  /// The periods that stand still now: when they are due depends on when they run again.
  package var stillDeadlines: [Deadline] {
    guard caseFile.status != .closed else { return [] }
    return (caseFile.deadlines + settlement.deadlines)
      .filter { !$0.kind.isAlert && isRunning($0) && tolled($0) == nil }
      .sorted { $0.kind.rank < $1.kind.rank }
  }

  /// The deadlines that have fallen due and that the clock still has to fire, in due order.
  package func dueDeadlines(at now: Instant) -> [Deadline] {
    let due = deadlines.filter { $0.kind.fires && $0.dueAt <= now }
    let alerts = alerts.filter { $0.dueAt <= now }
    guard !alerts.isEmpty else { return due }
    return (due + alerts).sorted { ($0.dueAt, $0.kind.rank) < ($1.dueAt, $1.kind.rank) }
  }

  /// When the clock has to look at this dispute next; nil when nothing is waiting to fire.
  package var nextDueAt: Instant? {
    [deadlines.first { $0.kind.fires }?.dueAt, alerts.first?.dueAt].compactMap { $0 }.min()
  }

  func isRunning(_ kind: DeadlineKind) -> Bool { deadline(kind) != nil }

  func deadline(_ kind: DeadlineKind) -> Deadline? { deadlines.first { $0.kind == kind } }

  /// Whether a deadline means anything in the status the dispute has now.
  private func isRunning(_ deadline: Deadline) -> Bool {
    let status = caseFile.status
    return switch deadline.kind {
    case .cure: status == .deficient
    case .grace, .offerExpiry, .signing, .biddingConsent, .bidRound: true
    case .limitation: status != .judgment && status != .enforcing
    case .holdEnd(let number): caseFile.holds.contains { $0.number == number && $0.isInForce }
    case .mediationConsent: caseFile.mediationStatus == .mediationProposed
    case .mediationWindow:
      caseFile.mediationStatus.map(Set<Status>.mediating.contains) ?? false
    case .objectionWindow:
      Set<Status>.nominated.contains(status) || caseFile.mediationStatus == .mediatorNominated
    case .answer: status == .arbitrationDemanded
    case .exchange: status == .evidenceOpen
    case .award: status == .recordClosed
    case .correctionWindow: status == .awardIssued
    case .payBy: status == .awardFinal
    case .instalment(let number): !isPaid(instalment: number)
    case .reply: Set<Status>.counterclaimable.contains(status)
    case .recordedContest, .settlementContest: true
    case .exhibitCure(let number):
      caseFile.deficiencies.contains { $0.number == number && $0.state == .open }
    case .planCure: settlement.state == .defaulted
    case .reminder: isReminded
    case .judgmentExpiry: isMeant(.judgmentExpiry)
    case .limitationAlert(let days):
      caseFile.deadlines.contains { $0.kind == .limitation } && isMeant(.limitation)
        && !wasAlerted(.limitation, days, since: deadline.setAt)
    case .judgmentAlert(let days):
      isMeant(.judgmentExpiry) && !wasAlerted(.judgment, days, since: deadline.setAt)
    }
  }

  /// The deadline with the time added in which it stood still; nil while it stands still. A reminder
  /// that would be due in a pause is due with its end.
  private func tolled(_ deadline: Deadline) -> Deadline? {
    guard let dueAt = deadline.dueAt(standingStill: tolls(of: deadline.kind), since: deadline.setAt)
    else { return nil }
    let held = deadline.kind.isReminder ? caseFile.remindersPausedUntil : nil
    return Deadline(
      kind: deadline.kind, dueAt: held.map { max($0, dueAt) } ?? dueAt,
      compartment: deadline.compartment, waitsOn: deadline.waitsOn, rule: deadline.rule,
      setAt: deadline.setAt, triggeredAt: deadline.triggeredAt, extendedTo: deadline.extendedTo)
  }

  /// When a deadline stands still. How long a judgment can be enforced is for a court to say; the
  /// validity of an offer and the time to sign are what the parties agreed on, and a hold has its
  /// own end: none of them does.
  func tolls(of kind: DeadlineKind) -> [TollSpan] {
    switch kind {
    case .offerExpiry, .signing, .biddingConsent, .bidRound, .holdEnd, .judgmentExpiry,
      .judgmentAlert:
      []
    case .limitation, .limitationAlert: caseFile.stops { $0.stopsLimitation }
    case .instalment, .planCure: caseFile.stops { $0.stopsClocks }
    // An award on agreed terms is performed as the settlement is.
    case .correctionWindow where isConsentAward, .payBy where isConsentAward:
      caseFile.stops(of: kind)
    default: caseFile.stops(of: kind) + settlement.tolls
    }
  }

  private var isConsentAward: Bool { caseFile.arbitration?.award?.terms.agreed != nil }

  /// A deadline of the case as its people know it: with the holds, which all see, and without the
  /// settlement, which an arbitrator does not. Nil while it stands still, or when it does not run.
  func openDeadline(_ kind: DeadlineKind) -> Instant? {
    guard let deadline = caseFile.deadlines.first(where: { $0.kind == kind }), isRunning(deadline)
    else { return nil }
    return deadline.dueAt(
      standingStill: caseFile.stops(of: kind), since: deadline.setAt)
  }

  /// Whether what was paid since the settlement was concluded covers this instalment and all
  /// before it.
  package func isPaid(instalment number: Int) -> Bool {
    guard let terms = settlement.termsInForce else { return false }
    let due = terms.schedule.lazy.filter { $0.number <= number }
      .map(\.amount.minorUnits).saturatingSum
    if let part = settlement.part { return part.amount - unpaid(of: part) >= due }
    return caseFile.paid(after: settlement.concluded?.paymentsBefore ?? 0) >= due
  }
}

extension DeadlineKind {
  /// Whether the clock acts when it falls due. The others only flag what comes late, or open what
  /// was closed before.
  package var fires: Bool {
    switch self {
    case .objectionWindow, .exchange, .award, .limitation, .planCure, .reminder: false
    case .judgmentExpiry, .limitationAlert, .judgmentAlert: true
    case .holdEnd, .cure, .grace, .offerExpiry, .signing, .mediationConsent, .mediationWindow,
      .answer, .correctionWindow, .payBy, .instalment, .reply, .recordedContest,
      .settlementContest, .exhibitCure, .biddingConsent, .bidRound:
      true
    }
  }

  /// The order among deadlines of one instant: what ends before what follows from it.
  fileprivate var rank: Int {
    switch self {
    case .offerExpiry(let number): number
    case .signing: 10_000
    case .biddingConsent: 10_001
    case .bidRound: 10_002
    case .instalment(let number): 20_000 &+ number
    case .grace: 30_000
    case .cure: 30_001
    case .mediationConsent: 30_002
    case .mediationWindow: 30_003
    case .answer: 30_004
    case .correctionWindow: 30_005
    case .payBy: 30_006
    case .reply: 30_007
    case .recordedContest: 30_008
    case .settlementContest: 30_009
    case .exhibitCure(let number): 35_000 &+ number
    case .objectionWindow: 40_000
    case .exchange: 40_001
    case .award: 40_002
    case .limitation: 40_003
    case .planCure: 40_004
    case .holdEnd(let number): -1_000 &+ number
    case .judgmentExpiry: 30_007
    case .reminder(let number): 50_000 &+ number
    case .limitationAlert(let days): 60_000 &- days
    case .judgmentAlert(let days): 70_000 &- days
    }
  }
}

extension Deadline {
  /// The due moment with the time added in which the clock stood still since it was set; nil while
  /// it stands still. Spans that overlap count once.
  fileprivate func dueAt(standingStill spans: [TollSpan], since: Instant) -> Instant? {
    var due = dueAt
    var reached = since
    for span in spans.sorted(by: { $0.from < $1.from }) where span.from < due {
      guard let end = span.to else { return nil }
      let from = max(span.from, reached)
      guard end > from else { continue }
      let length = end.milliseconds.subtractingReportingOverflow(from.milliseconds)
      due = due.adding(milliseconds: length.overflow ? .max : length.partialValue)
      reached = end
    }
    return due
  }
}

extension Hold {
  package var isInForce: Bool { endedAt == nil }
}

extension CaseFile {
  /// The spans in which holds of some kinds made clocks stand still.
  fileprivate func stops(_ kinds: (HoldKind) -> Bool) -> [TollSpan] {
    stops { (terms: HoldTerms) in kinds(terms.kind) }
  }

  /// Those in which a clock of the stage does. The clocks of a mediation run on under the stay that
  /// the mediation itself brought about.
  fileprivate func stops(of kind: DeadlineKind) -> [TollSpan] {
    let isMediations =
      kind == .mediationConsent || kind == .mediationWindow
      || kind == .objectionWindow && mediationStatus == .mediatorNominated
    return stops { (terms: HoldTerms) in
      terms.kind.stopsClocks && !(isMediations && terms.carriesMediation)
    }
  }

  private func stops(_ terms: (HoldTerms) -> Bool) -> [TollSpan] {
    holds.filter { terms($0.terms) }.map { TollSpan(from: $0.placedAt, to: $0.endedAt) }
  }
}
