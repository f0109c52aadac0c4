import ParleyDomain
import Testing

// Builders: a dispute in each status, on the way that people would take.
extension Matter {
  static func filed(
    clauses: [Clause] = [.arbitration], limitationDays: Int = 900, joined: Bool = true
  ) throws -> Matter {
    var matter = try draft(clauses: clauses, limitationDays: limitationDays)
    try matter.file(.fileDispute)
    if joined {
      try matter.file(.inviteParty(.respondent, counsel: false))
      try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    }
    return matter
  }

  static func served(clauses: [Clause] = [.arbitration], limitationDays: Int = 900) throws
    -> Matter
  {
    var matter = try filed(clauses: clauses, limitationDays: limitationDays)
    try matter.file(.sendReminder(.email))
    try matter.serve()
    return matter
  }

  mutating func serve(graceDays: Int = 14) throws {
    try file(
      .serveDemand(
        DemandTerms(
          amount: dispute.balance, graceDays: graceDays, contact: .reminder(1), channel: .letter)))
  }

  static func graceExpired(clauses: [Clause] = [.arbitration], limitationDays: Int = 900) throws
    -> Matter
  {
    var matter = try served(clauses: clauses, limitationDays: limitationDays)
    matter.advance(days: 16)
    return matter
  }

  static func contested(clauses: [Clause] = [.arbitration]) throws -> Matter {
    var matter = try served(clauses: clauses)
    try matter.file(
      .respond([
        ItemAnswer(item: 1, kind: .admit), ItemAnswer(item: 2, kind: .contest),
      ]), by: People.client)
    return matter
  }

  mutating func addExhibit(
    _ kind: ExhibitKind = .contract, in place: Compartment = .caseFile,
    by actor: Actor = People.broker, madeForMediation: Bool = false, hash digit: Character = "a",
    direction: Direction? = nil
  ) throws -> ExhibitID {
    let entries = try file(
      .addExhibit(
        ExhibitOffer(
          kind: kind, compartment: place, hash: hash(digit), byteCount: 1_000,
          mediaType: "application/pdf", direction: direction, items: [1],
          madeForMediation: madeForMediation)), by: actor)
    guard case .exhibitAdded(_, let number, _) = entries.first?.event else {
      Issue.record("no exhibit was added")
      return ExhibitID(compartment: place, number: 0)
    }
    return ExhibitID(compartment: place, number: number)
  }

  mutating func agreeToMediate() throws {
    try file(.proposeMediation, words: [Word("mediation.message", "Shall we talk?")])
    try file(.consentMediation(groundRules: hash("b")))
    try file(.consentMediation(groundRules: hash("b")), by: People.client)
  }

  /// Names, waits out the window and appoints.
  mutating func seat(_ neutral: Actor) throws {
    try file(.nominateNeutral(neutral.member), by: People.administrator)
    try file(
      .discloseConflicts(ConflictDisclosure(hasConflict: false, acceptsAppointment: true)),
      by: neutral)
    advance(days: 8)
    try file(.appointNeutral(neutral.member), by: People.administrator)
  }

  static func inSession(clauses: [Clause] = [.arbitration]) throws -> Matter {
    var matter = try graceExpired(clauses: clauses)
    try matter.agreeToMediate()
    try matter.seat(People.mediator)
    return matter
  }

  mutating func demandArbitration(_ mediation: MediationFirst = .notRequired) throws {
    let contract = try addExhibit()
    try file(
      .demandArbitration(
        ArbitrationDemand(
          basis: .contractClause, agreement: contract, mediationFirst: mediation,
          feeReference: "FEE-17")))
  }

  static func constituted() throws -> Matter {
    var matter = try graceExpired()
    try matter.demandArbitration()
    try matter.file(
      .answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    try matter.seat(People.arbitrator)
    return matter
  }

  static func recordClosed() throws -> Matter {
    var matter = try constituted()
    let due = matter.today.adding(days: 21)
    try matter.file(
      .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: due)), by: People.arbitrator)
    matter.advance(days: 22)
    try matter.file(.closeRecord, by: People.arbitrator)
    return matter
  }

  func award(
    _ first: Int64 = 540_000, _ second: Int64 = 100_000, payInDays: Int = 40,
    interest: Bool = false
  ) throws -> AwardTerms {
    func decision(_ item: Int, _ amount: Int64, of whole: Int64) throws -> ItemAward {
      ItemAward(
        item: item,
        disposition: amount == 0 ? .denied : amount == whole ? .granted : .grantedInPart,
        amount: try euro(amount))
    }
    return AwardTerms(
      items: [
        try decision(1, first, of: 540_000), try decision(2, second, of: 300_000),
      ],
      interest: try euro(0), costs: try euro(0), payBy: today.adding(days: payInDays),
      form: .reasoned, document: try hash("c"),
      interestAfter: interest
        ? InterestPin(profile: "contract-2026.1", contractBasisPoints: 500) : nil)
  }

  static func awardUnpaid() throws -> Matter {
    var matter = try recordClosed()
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    matter.advance(days: 42)
    return matter
  }

  /// Asks the broker's way and has the supervisor approve.
  mutating func approved(_ command: Command) throws {
    try file(command)
    let number = dispute.approvals.requests.count
    try file(.grantApproval(number: number), by: People.supervisor)
  }

  static func counselReferred() throws -> Matter {
    var matter = try graceExpired(clauses: [])
    try matter.file(.assessPath(.lawsuit))
    try matter.approved(.referCounsel)
    return matter
  }

  mutating func court(
    _ step: (CourtRecord) -> Command, words: () -> [Word] = { [] }
  ) throws {
    let paper = try addExhibit(.courtDocument)
    try file(step(CourtRecord(document: paper, on: today)), words: words())
  }

  static func judgment() throws -> Matter {
    var matter = try counselReferred()
    try matter.court(Command.recordFiling)
    try matter.court(Command.recordService)
    let amount = try euro(900_000)
    try matter.court { .recordJudgment($0, amount: amount) }
    return matter
  }

  mutating func pay(_ minorUnits: Int64, reference: String = "B-1") throws {
    try file(
      .postPayment(
        Payment(
          amount: euro(minorUnits), valueDate: today, method: .bankTransfer,
          bankReference: reference)))
  }

  func plan(
    _ amounts: [Int64], firstInDays: Int = 10, by: Side? = nil, clause: DefaultClause? = nil
  ) throws -> OfferTerms {
    OfferTerms(
      kind: amounts.count > 1 ? .plan : .lumpSum, amount: try euro(amounts.reduce(0, +)),
      schedule: try amounts.enumerated().map { index, amount in
        Instalment(
          number: index + 1, due: today.adding(days: firstInDays + index * 30),
          amount: try euro(amount))
      }, expiresInDays: 14, by: by, defaultClause: clause)
  }

  /// The client's offer, accepted by the broker and signed by both.
  mutating func settle(_ amounts: [Int64], clause: DefaultClause? = nil) throws {
    let number = dispute.settlement.offers.count + 1
    try file(.makeOffer(plan(amounts, clause: clause)), by: People.client)
    try file(.acceptOffer(number: number, agreement: hash("d")))
    try sign(by: People.broker)
    try sign(by: People.client)
  }

  mutating func sign(by actor: Actor, hash digit: Character = "d") throws {
    try file(
      .signAgreement(Signature(document: hash(digit), authority: .officer)), by: actor)
  }
}
