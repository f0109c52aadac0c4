import ParleyDomain
import ParleyProfiles
import Testing

/// Until when a claim can be brought: by the table, by what is stated, anew, and what is told of it.
@Suite struct LimitationTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  private func opening(
    _ jurisdiction: String, form: ContractForm = .writtenSigned, type: ContractType = .services,
    dues: [CivilDate], limitation: CivilDate? = nil, contractedOn: CivilDate? = nil
  ) throws -> DisputeOpening {
    DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: jurisdiction,
      contractForm: form, contractType: type, clauses: [],
      items: try dues.enumerated().map { index, due in
        ClaimItem(number: index + 1, issued: nil, due: due, amount: try euro(100_000))
      },
      limitation: limitation, contractedOn: contractedOn)
  }

  private func open(_ opening: DisputeOpening) throws -> Matter {
    let now = Instant(milliseconds: 1_780_000_000_000)
    let command = Command.createDispute(opening)
    let filing = Filing(
      actor: People.broker, command: command,
      words: Matter.wording(command) + [Word("respondent.email", "a@client.example")])
    let given = Given(now: now, zone: .utc, profile: .generic)
    let id = DisputeID("7k3qm2xw")
    let first = try #require(try Dispute.open(id: id, filing: filing, given: given).first)
    let dispute = try #require(Dispute(id: id, first: first, filedAt: now))
    return Matter(dispute: dispute, now: now, log: [(first, now)])
  }

  private func last(_ matter: Matter) -> CivilDate { matter.dispute.caseFile.limitation.last }

  /// The figures of the table, written and by word of mouth, in years from the due date.
  @Test(arguments: [
    ("US-CA", 4, 2), ("US-TX", 4, 4), ("US-NY", 6, 6), ("US-FL", 5, 4), ("US-DE", 3, 3),
    ("US-TN", 6, 6), ("US-IL", 10, 5), ("US-WA", 6, 3), ("US-KY", 10, 5), ("GB-EAW", 6, 6),
    ("GB-ENG", 6, 6), ("CA-BC", 2, 2),
  ]) func eachRowGivesItsYears(place: String, written: Int, oral: Int) throws {
    let due = try day(2026, 4, 15)
    let years: [ContractForm: Int] = [
      .writtenSigned: written, .electronic: written, .verbal: oral, .emailExchange: oral,
      .mixed: oral,
    ]
    for (form, count) in years {
      let matter = try open(opening(place, form: form, dues: [due]))
      #expect(try last(matter) == day(2026 + count, 4, 15), "\(place) \(form)")
      let finding = try #require(matter.dispute.caseFile.limitation.finding)
      #expect(finding.table == "limitation-2026")
      #expect(!finding.source.isEmpty)
      let doubtful = ["US-DE", "GB-EAW", "GB-ENG", "CA-BC"].contains(place)
      if form == .writtenSigned {
        #expect((finding.confidence == .generalKnowledge) == doubtful)
      }
    }
  }

  @Test func carriageByRoadRunsThreeMonthsAfterTheContract() throws {
    let due = try day(2026, 4, 15)
    let matter = try open(
      opening("PT", type: .carriageCMR, dues: [due], contractedOn: day(2026, 1, 31)))
    // Three months and a year after 31 January: April has no 31st.
    #expect(try last(matter) == day(2027, 4, 30))
    #expect(matter.dispute.caseFile.limitation.finding?.jurisdiction == "*")
    let missing = try #require(throws: Refusal.self) {
      try open(opening("PT", type: .carriageCMR, dues: [due]))
    }
    #expect(missing.fields == ["contract.made_date"])
    let interstate = try open(opening("US-TX", type: .carriageInterstate, dues: [due]))
    #expect(try last(interstate) == day(2027, 10, 15))
  }

  @Test func whatNoTableKnowsHasToBeStated() throws {
    let due = try day(2026, 4, 15)
    for (place, type) in [("PT", ContractType.services), ("US-NY", .goods), ("GB-EAW", .carriage)] {
      let refusal = try #require(throws: Refusal.self) {
        try open(opening(place, type: type, dues: [due]))
      }
      #expect(refusal.fields == ["limitation_date"])
    }
    let stated = try open(opening("US-NY", dues: [due], limitation: day(2028, 1, 1)))
    #expect(try last(stated) == day(2028, 1, 1))
    #expect(stated.dispute.caseFile.limitation.finding == nil)
  }

  @Test func aDayWithoutItsSourceIsRefusedAndTheOtherWayRound() throws {
    func fields(_ limitation: CivilDate?, _ words: [Word]) throws -> [String] {
      let command = Command.createDispute(
        try opening("US-NY", dues: [day(2026, 4, 15)], limitation: limitation))
      let filing = Filing(
        actor: People.broker, command: command,
        words: Matter.wording(command).filter { $0.path != "limitation.source" } + words)
      let given = Given(
        now: Instant(milliseconds: 1_780_000_000_000), zone: .utc, profile: .generic)
      do throws(Refusal) {
        _ = try Dispute.open(id: DisputeID("7k3qm2xw"), filing: filing, given: given)
        return []
      } catch { return error.fields }
    }
    #expect(try fields(day(2028, 1, 1), []) == ["limitation.source"])
    #expect(try fields(nil, [Word("limitation.source", "x")]) == ["limitation_date"])
    #expect(try fields(nil, []).isEmpty)
  }

  @Test func theEarliestItemGovernsAndAnAmendmentMovesIt() throws {
    var matter = try open(opening("US-NY", dues: [day(2024, 2, 29), day(2022, 5, 1)]))
    #expect(try last(matter) == day(2028, 5, 1))
    #expect(matter.dispute.caseFile.limitation.finding?.item == 2)
    try matter.file(.fileDispute)
    try matter.file(.amendClaim(ClaimAmendment(items: [], withdrawn: [2])))
    #expect(try last(matter) == day(2030, 2, 28))
    let limit = try #require(matter.dispute.deadlines.first { $0.kind == .limitation })
    #expect(try limit.dueAt == Zone.utc.end(of: day(2030, 2, 28)))
    #expect(matter.events.count { if case .limitationMoved = $0 { true } else { false } } == 1)
  }

  @Test func aPartPaymentBeginsAnewOnlyWhereTheRowSaysSo() throws {
    for (place, begins) in [("US-WA", true), ("US-NY", false)] {
      var matter = try open(opening(place, dues: [day(2024, 1, 10), day(2025, 1, 10)]))
      try matter.file(.fileDispute)
      let before = last(matter)
      try matter.file(pay(matter, 30_000, on: day(2026, 5, 20), "B-1"))
      // Only the older item is met by it; the case now ends with the younger one.
      #expect(try last(matter) == (begins ? day(2031, 1, 10) : before))
      try matter.file(pay(matter, 100_000, on: day(2026, 5, 25), "B-2"))
      #expect(try last(matter) == (begins ? day(2032, 5, 25) : before))
      #expect(
        matter.dispute.caseFile.limitation.finding?.begun?.by == (begins ? .partPayment : nil))
      try matter.file(.reversePayment(number: 2))
      #expect(try last(matter) == (begins ? day(2031, 1, 10) : before))
    }
  }

  private func pay(
    _ matter: Matter, _ amount: Int64, on day: CivilDate, _ reference: String
  ) throws -> Command {
    .postPayment(
      Payment(
        amount: try euro(amount), valueDate: day, method: .bankTransfer, bankReference: reference))
  }

  @Test func whatIsPastIsNotRevived() throws {
    var matter = try open(opening("US-WA", form: .verbal, dues: [day(2023, 1, 10)]))
    try matter.file(.fileDispute)
    #expect(try last(matter) == day(2026, 1, 10))
    try matter.file(pay(matter, 10_000, on: day(2026, 5, 1), "B-1"))
    #expect(try last(matter) == day(2026, 1, 10))
    // A payment that was made in time counts, whenever it is posted, and with it the one after.
    try matter.file(pay(matter, 10_000, on: day(2026, 1, 9), "B-2"))
    #expect(try last(matter) == day(2029, 5, 1))
  }

  @Test func anAdmittedItemIsAcknowledged() throws {
    var matter = try open(opening("US-WA", dues: [day(2024, 1, 10)]))
    try matter.file(.fileDispute)
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    try matter.file(.respond([ItemAnswer(item: 1, kind: .hardship)]), by: People.client)
    #expect(try last(matter) == day(2030, 1, 10))
    try matter.file(.sendReminder(.email))
    try matter.file(
      .serveDemand(
        DemandTerms(
          amount: matter.dispute.balance, graceDays: 14, contact: .reminder(1), channel: .email)))
    try matter.file(.respond([ItemAnswer(item: 1, kind: .admit)]), by: People.client)
    #expect(last(matter) == matter.today.adding(months: 72))
    #expect(matter.dispute.caseFile.limitation.finding?.begun?.by == .acknowledgement)
  }

  // Alerts

  @Test func alertsComeOnceEachAtTheirMomentAndOnlyToTheClaimant() throws {
    var matter = try Matter.draft(limitationDays: 200)
    try matter.file(.fileDispute)
    let limit = try #require(matter.dispute.deadlines.first { $0.kind == .limitation }).dueAt
    func alerts() -> [(days: Int, at: Instant)] {
      matter.log.compactMap { entry, _ in
        guard case .expiryAlerted(.limitation, let days, let endsAt) = entry.event else {
          return nil
        }
        #expect(entry.compartment == .partyPrivate(.claimant))
        #expect(endsAt == limit)
        return (days, entry.effectiveAt)
      }
    }
    for days in [180, 90, 30, 7] as [Int64] {
      let due = limit.adding(hours: -24 * days)
      matter.advance(to: due.adding(milliseconds: -1000))
      matter.fire()
      let before = alerts().count
      matter.advance(to: due)
      matter.fire()
      #expect(alerts().count == before + 1)
      #expect(alerts().last?.at == due)
      matter.advance(to: due.adding(milliseconds: 1000))
      matter.fire()
      #expect(alerts().count == before + 1)
    }
    #expect(alerts().map(\.days) == [180, 90, 30, 7])
    let claimant = matter.dispute.turn(for: [.claimant], given: matter.given)
    #expect(claimant.on.contains(.claimant))
    #expect(claimant.dueAt == limit)
    let told = matter.dispute.seen(with: [.claimant])?.alert
    #expect(told?.daysBefore == 7)
    for standing in [Standing.respondent, .administrator, .respondentCounsel] {
      let seen = try #require(matter.dispute.seen(with: [standing]))
      #expect(seen.alert == nil && seen.alerts.isEmpty)
      #expect(!seen.caseFile.deadlines.contains { $0.kind.isAlert })
    }
    #expect(matter.dispute.seen(with: [.claimantCounsel])?.alert != nil)
  }

  @Test func afterDowntimeEveryMissedAlertIsMadeOnceAtItsOwnMoment() throws {
    var matter = try Matter.draft(limitationDays: 200)
    try matter.file(.fileDispute)
    matter.advance(days: 195)
    let made = matter.log.filter {
      if case .expiryAlerted = $0.entry.event { true } else { false }
    }
    #expect(made.count == 4)
    #expect(made.map(\.entry.effectiveAt) == made.map(\.entry.effectiveAt).sorted())
    matter.fire()
    #expect(matter.dispute.alerts.isEmpty)
  }

  @Test func anAlertStandsStillWithTheLimitation() throws {
    var matter = try Matter.draft(limitationDays: 200)
    try matter.file(.fileDispute)
    let before = try #require(matter.dispute.alerts.first)
    let paper = try matter.addExhibit()
    try matter.file(
      .placeHold(HoldTerms(kind: .tollingAgreement, document: paper)), by: People.supervisor)
    #expect(matter.dispute.alerts.isEmpty)
    matter.advance(days: 40)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    #expect(matter.dispute.alerts.first?.dueAt == before.dueAt.adding(hours: 40 * 24))
  }

  @Test func whoBeginsLateIsToldAtOnceAndOnce() throws {
    var matter = try Matter.draft(limitationDays: 20)
    #expect(matter.dispute.alerts.map(\.kind) == [.limitationAlert(30), .limitationAlert(7)])
    #expect(matter.dispute.alerts.first?.dueAt == matter.now)
    matter.fire()
    #expect(matter.dispute.alert?.daysBefore == 30)
    #expect(matter.dispute.alerts.map(\.kind) == [.limitationAlert(7)])
  }

  @Test func aFilingEndsTheAlerts() throws {
    var matter = try Matter.counselReferred()
    #expect(matter.dispute.alerts.count == 4)
    try matter.court(Command.recordFiling)
    #expect(matter.dispute.alerts.isEmpty)
    matter.advance(days: 1_000)
    #expect(!matter.events.contains { if case .expiryAlerted = $0 { true } else { false } })
  }
}
