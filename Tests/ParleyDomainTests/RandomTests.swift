import ParleyDomain
import Testing

/// A small generator, so that each run is the same.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct RandomTests {
  @Test(arguments: 1...12) func anySequenceOfActsFoldsToTheSameDispute(seed: UInt64) throws {
    var dice = Dice(state: seed &* 977)
    let starts: [() throws -> Matter] = [
      { try Matter.draft() }, { try Matter.served() }, { try Matter.inSession() },
      { try Matter.constituted() }, { try Matter.recordClosed() }, { try Matter.judgment() },
      { try Matter.awardUnpaid() }, { try Matter.counselReferred() },
    ]
    var matter = try starts[Int.random(in: 0..<starts.count, using: &dice)]()
    matter.hasInstitution = Bool.random(using: &dice)
    var done = 0
    for _ in 0..<400 {
      if Int.random(in: 0..<6, using: &dice) == 0 {
        matter.advance(days: Int.random(in: 0...9, using: &dice))
      }
      let people = People.all
      let actor = people[Int.random(in: 0..<people.count, using: &dice)]
      let command = try randomCommand(matter, &dice)
      let paper = ExhibitID(compartment: .caseFile, number: 1)
      let recorded = RecordedAct(side: .respondent, exhibit: paper, receivedAt: matter.now)
      let words = [Word("mediation.message", "Hello")].filter { word in
        command.wordPaths.contains { $0.path == word.path }
      }
      let filing = Filing(
        actor: actor, command: command, words: Matter.wording(command, words),
        recordedFor: Int.random(in: 0..<8, using: &dice) == 0 ? recorded : nil)
      do throws(Refusal) {
        let entries = try matter.dispute.decide(filing, given: matter.given)
        // The same inputs make the same entries.
        #expect(try matter.dispute.decide(filing, given: matter.given) == entries)
        // What the list of possible acts says is what the act itself was told.
        if filing.recordedFor == nil, command.action != .joinDispute {
          try matter.dispute.permit(actor, command.action, given: matter.given)
        }
        matter.take(entries)
        done += 1
      } catch {
        let isKnown = !matter.dispute.standings(of: actor).isEmpty
        #expect(isKnown || command.action == .joinDispute || error == .notFound)
        continue
      }
      #expect(matter.dispute.dueDeadlines(at: matter.now).isEmpty || done > 0)
      try checkSound(matter)
    }
    #expect(done > 0)
    let again = try fold(matter)
    #expect(again == matter.dispute)
  }

  private func fold(_ matter: Matter) throws -> Dispute {
    let first = try #require(matter.log.first)
    var dispute = try #require(
      Dispute(id: matter.dispute.id, first: first.entry, filedAt: first.filedAt))
    for (entry, filedAt) in matter.log.dropFirst() { dispute.evolve(entry, filedAt: filedAt) }
    return dispute
  }

  private func checkSound(_ matter: Matter) throws {
    for (entry, _) in matter.log {
      #expect(entry.event.home == nil || entry.event.home == entry.compartment)
      if let paper = entry.recordedFor?.exhibit.compartment {
        #expect(paper == .caseFile || paper == entry.compartment)
      }
      if let transition = entry.transition {
        #expect(LifeCycle.allows(transition), "\(transition)")
        #expect((transition.to == .closed) == (transition.outcome != nil))
      }
    }
    #expect(matter.dispute.balance.minorUnits >= 0)
    #expect((matter.status == .closed) == (matter.dispute.caseFile.outcome != nil))
    if matter.status == .closed { #expect(matter.dispute.nextDueAt == nil) }
    if let view = matter.dispute.seen(with: [.arbitrator]) {
      #expect(Set(view.records.keys).isSubset(of: [.caseFile, .deliberation]))
    }
  }

  /// Nothing that somebody is told to be possible, or not, depends on what that person cannot see.
  @Test(arguments: 1...6) func noAnswerDependsOnWhatIsNotSeen(seed: UInt64) throws {
    var dice = Dice(state: seed &* 7_919)
    var matter = try seed.isMultiple(of: 2) ? Matter.inSession() : Matter.constituted()
    for round in 0..<300 {
      if Int.random(in: 0..<9, using: &dice) == 0 { matter.advance(days: 3) }
      let actor = People.all.randomElement(using: &dice) ?? People.broker
      let command = try randomCommand(matter, &dice)
      _ = try? matter.file(command, by: actor)
      guard round.isMultiple(of: 10) else { continue }
      for person in People.all {
        let standings = matter.dispute.standings(of: person)
        guard let view = matter.dispute.seen(with: standings) else { continue }
        #expect(view.seen(with: standings) == view)
        #expect(view.standings(of: person) == standings)
        #expect(
          view.allowedActions(for: person, given: matter.given)
            == matter.dispute.allowedActions(for: person, given: matter.given), "\(person)")
        #expect(
          view.turn(for: standings, given: matter.given)
            == matter.dispute.turn(for: standings, given: matter.given))
      }
    }
  }

  @Test func entriesThatDoNotFitChangeNothing() throws {
    var matter = try Matter.served()
    let before = matter.dispute
    let elsewhere = Entry(
      compartment: .settlement, event: .judgmentPaid, actor: nil, effectiveAt: matter.now)
    let wrongMove = Entry(
      compartment: .caseFile, event: .awardFinal,
      transition: Transition(from: .awardIssued, to: .awardFinal, rule: "T19"), actor: nil,
      effectiveAt: matter.now)
    matter.take([elsewhere, wrongMove])
    #expect(matter.dispute == before)
    #expect(Dispute(id: before.id, first: elsewhere, filedAt: matter.now) == nil)
  }

  private func randomCommand(_ matter: Matter, _ dice: inout Dice) throws -> Command {
    let day = matter.today
    let number = Int.random(in: 0...3, using: &dice)
    let amounts: [Int64] = [0, 1, 100_000, 500_000, 840_000, .max, -5]
    let amount = amounts.randomElement(using: &dice) ?? 1
    let money = Bool.random(using: &dice) ? try euro(amount) : matter.dispute.balance
    let side = Side.allCases.randomElement(using: &dice) ?? .claimant
    let place = Compartment.all.randomElement(using: &dice) ?? .caseFile
    let people = People.all.map(\.member)
    let member = people.randomElement(using: &dice) ?? People.broker.member
    let digit = try hash(Bool.random(using: &dice) ? "a" : "b")
    let paper = ExhibitID(compartment: .caseFile, number: max(1, number))
    let record = CourtRecord(document: paper, on: day)
    let items = [
      ItemAnswer(item: number, kind: AnswerKind.allCases.randomElement(using: &dice) ?? .admit)
    ]
    let instalment = Instalment(number: 1, due: day.adding(days: number), amount: money)
    let terms = OfferTerms(
      kind: .lumpSum, amount: money, schedule: [instalment], expiresInDays: 5,
      inReplyTo: number == 3 ? 1 : nil, by: number == 2 ? side : nil)
    let demand = DemandTerms(
      amount: matter.dispute.balance, graceDays: 7, contact: .reminder(1), channel: .email)
    let exhibit = ExhibitOffer(
      kind: .contract, compartment: place, hash: digit, byteCount: 1, mediaType: "text/plain",
      direction: .outgoing, items: [1], madeForMediation: number == 0)
    let call = CallNote(
      direction: .outgoing, startedAt: matter.now, durationSeconds: 1, outcome: .reached,
      compartment: number == 0 ? place : nil)
    let report = MediatorReport(occurred: true, terminated: true, settled: false, attending: [])
    let arbitration = ArbitrationDemand(
      basis: .contractClause, agreement: paper, mediationFirst: .notRequired, feeReference: "F")
    let payment = Payment(
      amount: money, valueDate: day, method: .cash, bankReference: "\(matter.log.count)")
    let commands: [Command] = [
      .createDispute(matter.dispute.caseFile.opening), .fileDispute, .discardDraft,
      .markDeficient, .cureDeficiency, .addExhibit(exhibit), .logCall(call), .addNote(place),
      .sendReminder(.email), .serveDemand(demand), .respond(items), .declareImpasse,
      .makeOffer(terms), .acceptOffer(number: number, agreement: digit),
      .rejectOffer(number: number), .withdrawOffer(number: number),
      .signAgreement(Signature(document: digit, authority: .principal)), .postPayment(payment),
      .reportPayment(PaymentReport(amount: money, paidOn: day)), .proposeMediation,
      .consentMediation(groundRules: digit), .declineMediation, .withdrawMediation,
      .declareMediationImpasse, .reportMediation(report),
      .scheduleSession(startsAt: matter.now.adding(hours: 1)),
      .openSession(number: number, attending: [side]),
      .adjournSession(number: number, until: nil), .endSession(number: number),
      .openCaucus(session: number, with: side), .endCaucus(session: number),
      .addMediationNote(number == 0 ? .own : .caucus(side)), .nominateNeutral(member),
      .declineNomination,
      .discloseConflicts(
        ConflictDisclosure(hasConflict: number == 0, acceptsAppointment: number != 1)),
      .objectToNeutral(.other), .ruleOnObjection(upheld: number == 0), .waiveConflict,
      .appointNeutral(member), .demandArbitration(arbitration), .answerDemand(items),
      .requestDefault,
      .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: day.adding(days: 1))),
      .closeRecord, .reopenRecord, .addDeliberationNote, .issueAward(try matter.award()),
      .correctAward(document: digit), .assessPath(.lawsuit),
      .referCollections(contingencyBasisPoints: 2_000), .recallCollections, .referCounsel,
      .recordFiling(record), .recordService(record),
      .recordDismissal(record, refused: number == 0), .recordJudgment(record, amount: money),
      .recordEnforcement(record, kind: .lien), .recordSatisfaction(record), .writeOff,
      .withdrawDispute(withPrejudice: number == 0), .closeDispute(.timeBarred),
      .assignOwner(member), .inviteParty(side, counsel: number == 0),
      .joinDispute(side, counsel: number == 0), .grantApproval(number: number),
      .refuseApproval(number: number),
    ]
    #expect(Set(commands.map(\.action)) == Set(Action.allCases))
    // Ends come rarely, so that a sequence gets somewhere.
    let chosen = commands.randomElement(using: &dice) ?? .fileDispute
    let ends: Set<Action> = [.discardDraft, .withdrawDispute, .writeOff, .closeDispute]
    return ends.contains(chosen.action) && number != 1 ? .sendReminder(.email) : chosen
  }
}
