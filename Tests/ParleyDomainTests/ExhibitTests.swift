import ParleyDomain
import Testing

@Suite struct ExhibitTests {
  private func offer(
    in place: Compartment = .caseFile, _ rendition: Rendition? = nil, tendered: Bool = false,
    kind: ExhibitKind = .contract, provenance: Provenance = Provenance(),
    hash digit: Character = "b"
  ) throws -> ExhibitOffer {
    ExhibitOffer(
      kind: kind, compartment: place, hash: try hash(digit), byteCount: 7,
      mediaType: "text/plain", items: [1], madeForMediation: false, provenance: provenance,
      rendition: rendition, tendered: tendered)
  }

  private func last(_ matter: Matter, in place: Compartment = .caseFile) throws -> Exhibit {
    try #require(matter.dispute.records[place]?.exhibits.last)
  }

  private func standing(_ id: ExhibitID, _ matter: Matter) throws -> RecordStanding? {
    matter.dispute.recordStanding(of: try #require(matter.dispute.exhibit(id)))
  }

  @Test func aNewVersionTakesThePlaceAndTheOldOneIsKept() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    try matter.file(.addExhibit(offer(Rendition(.newVersion, of: id))))
    let newer = try last(matter)
    #expect(newer.version == 2)
    #expect(matter.dispute.exhibit(id)?.supersededBy == newer.id.number)
    #expect(try standing(id, matter) == .superseded)
    #expect(try standing(newer.id, matter) == .inRecord)
    #expect(!matter.dispute.consideredRecord.contains(id))
    // Only the newest is replaced, and only by whoever filed it.
    #expect(
      try matter.condition(.addExhibit(offer(Rendition(.newVersion, of: id))))
        == .exhibitSuperseded)
    let again = try offer(Rendition(.newVersion, of: newer.id))
    #expect(matter.refusal(.addExhibit(again), by: People.client)?.isNotPermitted == true)
    #expect(matter.refusal(.addExhibit(again), by: People.administrator)?.isNotPermitted == true)
    #expect(matter.refusal(.addExhibit(again), by: People.supervisor) == nil)
    // Its way tells of both.
    let way = matter.dispute.custody(of: try #require(matter.dispute.exhibit(id)))
    #expect(way.map(\.act) == [.filed, .superseded])
    #expect(way.last?.exhibit == newer.id)
  }

  @Test func aVersionThatIsKeptOutTakesNobodysPlace() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    try matter.file(.addExhibit(offer(Rendition(.newVersion, of: id))))
    let newer = try last(matter).id
    try matter.file(.objectToExhibit(newer, .authenticity), by: People.client)
    #expect(try standing(newer, matter) == .objected)
    try matter.file(.ruleOnExhibit(objection: 1, .sustained), by: People.arbitrator)
    #expect(try standing(newer, matter) == .excluded)
    #expect(try standing(id, matter) == .inRecord)
  }

  @Test func aTranslationStandsWhereItsOriginalDoesAndSaysByWhom() throws {
    var matter = try Matter.constituted()
    let own = try matter.addExhibit(in: .partyPrivate(.claimant))
    let rendition = Rendition(.translation, of: own, certified: true)
    #expect(
      try matter.refusal(.addExhibit(offer(in: .caseFile, rendition)))?.fields == ["compartment"])
    let bare = Filing(
      actor: People.broker,
      command: .addExhibit(try offer(in: .partyPrivate(.claimant), rendition)),
      words: [Word("exhibit.title", "In English")])
    #expect(throws: Refusal.self) { try matter.dispute.decide(bare, given: matter.given) }
    try matter.file(.addExhibit(offer(in: .partyPrivate(.claimant), rendition)))
    #expect(try last(matter, in: .partyPrivate(.claimant)).offer.rendition == rendition)
    // What the other side keeps for itself does not exist, whatever is asked about it.
    let theirs = try offer(in: .caseFile, Rendition(.redactedCopy, of: own))
    let none = try offer(
      in: .caseFile,
      Rendition(.redactedCopy, of: ExhibitID(compartment: own.compartment, number: 99)))
    #expect(
      matter.refusal(.addExhibit(theirs), by: People.client)
        == matter.refusal(.addExhibit(none), by: People.client))
    #expect(
      matter.refusal(.addExhibit(theirs), by: People.client)?.fields == ["rendition.original"])
  }

  @Test func aRedactedCopyNamesItsOriginalOnlyToThoseWhoSeeIt() throws {
    var matter = try Matter.constituted()
    let own = try matter.addExhibit(in: .partyPrivate(.claimant))
    try matter.file(.addExhibit(offer(Rendition(.redactedCopy, of: own))))
    let copy = try last(matter)
    #expect(copy.offer.rendition?.kind == .redactedCopy)
    #expect(copy.offer.rendition?.original == nil)
    let mine = try #require(matter.dispute.seen(with: [.claimant]))
    let theirs = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(mine.source(of: copy.id)?.of == .exhibit(own))
    #expect(theirs.source(of: copy.id) == nil)
    #expect(mine.custody(of: copy).first?.exhibit == own)
    #expect(theirs.custody(of: copy).allSatisfy { $0.exhibit == nil })
    #expect(
      mine.custody(of: try #require(mine.exhibit(own))).map(\.act) == [.filed, .redacted])
    // Nothing but the copy itself was entered where others read.
    let told = matter.log.filter {
      if case .renditionFiled = $0.entry.event { true } else { false }
    }
    #expect(told.map(\.entry.compartment) == [.partyPrivate(.claimant)])
  }

  @Test func whatWasSaidForTheMediationIsNotPublishedByCopyingIt() throws {
    var matter = try Matter.inSession()
    let shared = try matter.addExhibit(in: .mediation, madeForMediation: true)
    #expect(
      try matter.condition(.addExhibit(offer(Rendition(.redactedCopy, of: shared))))
        == .mediationPrivileged)
    let draft = try matter.addExhibit(in: .settlement)
    #expect(
      try matter.condition(.addExhibit(offer(Rendition(.redactedCopy, of: draft))))
        == .consentMissing)
    #expect(
      try matter.refusal(
        .addExhibit(offer(in: .mediation, Rendition(.redactedCopy, of: shared)))) == nil)
  }

  @Test func sealingSealsWhatSaysTheSameAndUnsealingGivesItBack() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    try matter.file(.addExhibit(offer(Rendition(.translation, of: id))))
    let translation = try last(matter).id
    try matter.file(.addExhibit(offer(Rendition(.redactedCopy, of: id))))
    let copy = try last(matter).id
    try matter.file(.sealExhibit(id, readers: [.claimant]), by: People.arbitrator)
    #expect(matter.dispute.caseFile.seals[translation] == .sealed(readers: [.claimant]))
    #expect(matter.dispute.caseFile.seals[copy] == nil)
    // So is a version that is filed afterwards.
    try matter.file(.addExhibit(offer(Rendition(.newVersion, of: id))))
    let newer = try last(matter).id
    #expect(matter.dispute.caseFile.seals[newer] == .sealed(readers: [.claimant]))
    #expect(matter.dispute.seen(with: [.respondent])?.exhibit(newer) == nil)
    // Who does not read it does not object to it, and is told what one is told of nothing.
    let missing = ExhibitID(compartment: .caseFile, number: 99)
    #expect(
      matter.refusal(.objectToExhibit(id, .relevance), by: People.client)
        != matter.refusal(.objectToExhibit(copy, .relevance), by: People.client))
    #expect(
      matter.condition(.objectToExhibit(id, .relevance), by: People.client) == .documentMissing)
    #expect(
      matter.condition(.objectToExhibit(missing, .relevance), by: People.client)
        == .documentMissing)
    try matter.file(.unsealExhibit(id), by: People.arbitrator)
    #expect(matter.dispute.caseFile.seals.isEmpty)
  }

  @Test func objectionsComeInTimeFromTheOtherSideOnceOnEachGround() throws {
    var matter = try Matter.graceExpired()
    let early = try matter.addExhibit()
    #expect(
      matter.refusal(.objectToExhibit(early, .hearsay), by: People.client)?.isWrongStage == true)
    try matter.demandArbitration()
    try matter.file(
      .answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    try matter.seat(People.arbitrator)
    // Before the exchange of evidence no time runs.
    let exhibit = try #require(matter.dispute.exhibit(early))
    #expect(
      matter.dispute.exhibitObjectionEnd(of: exhibit, profile: .generic, zone: .utc) == nil)
    #expect(matter.condition(.objectToExhibit(early, .hearsay)) == .ownExhibit)
    #expect(
      matter.condition(.ruleOnExhibit(objection: 1, .overruled), by: People.arbitrator)
        == .noExhibitObjection)
    let due = matter.today.adding(days: 40)
    try matter.file(
      .issueOrder(ProceduralOrder(kind: .evidenceTimetable, due: due)), by: People.arbitrator)
    let end = try #require(
      matter.dispute.exhibitObjectionEnd(of: exhibit, profile: .generic, zone: .utc))
    matter.advance(to: end.adding(milliseconds: -1))
    try matter.file(.objectToExhibit(early, .hearsay), by: People.client)
    #expect(
      matter.refusal(.objectToExhibit(early, .hearsay), by: People.client)
        == .alreadyExists(what: "objection"))
    #expect(matter.refusal(.objectToExhibit(early, .relevance), by: People.client) == nil)
    matter.advance(to: end)
    #expect(
      matter.condition(.objectToExhibit(early, .relevance), by: People.client)
        == .exhibitObjectionOver)
    #expect(
      matter.refusal(.ruleOnExhibit(objection: 1, .sustained), by: People.administrator)?
        .isNotPermitted == true)
    try matter.file(.ruleOnExhibit(objection: 1, .limited), by: People.arbitrator)
    #expect(try standing(early, matter) == .limited)
    // A ruling may be thought better of.
    try matter.file(.ruleOnExhibit(objection: 1, .overruled), by: People.arbitrator)
    #expect(try standing(early, matter) == .inRecord)
    #expect(
      matter.refusal(.ruleOnExhibit(objection: 1, .overruled), by: People.arbitrator)
        == .alreadyExists(what: "ruling"))
  }

  @Test func anObjectionIsTakenBackByWhoRaisedItBeforeItIsRuledOn() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    let take = { (number: Int) in Command.withdrawExhibitObjection(number: number) }
    #expect(matter.condition(take(1), by: People.client) == .noExhibitObjection)
    try matter.file(.objectToExhibit(id, .hearsay), by: People.client)
    try matter.file(.objectToExhibit(id, .relevance), by: People.client)
    #expect(matter.condition(take(1)) == .noExhibitObjection)
    #expect(matter.refusal(take(1), by: People.arbitrator)?.isNotPermitted == true)
    #expect(matter.condition(take(9), by: People.client) == .noExhibitObjection)
    #expect(try standing(id, matter) == .objected)
    let entries = try matter.file(take(1), by: People.client)
    #expect(
      entries.map(\.event) == [.exhibitObjectionWithdrawn(id, objection: 1, by: .respondent)])
    #expect(entries.first?.compartment == .caseFile)
    #expect(matter.refusal(take(1), by: People.client) == .alreadyExists(what: "withdrawal"))
    #expect(
      matter.condition(.ruleOnExhibit(objection: 1, .sustained), by: People.arbitrator)
        == .objectionWithdrawn)
    // Another ground still stands, and is ruled on; then it is taken back no more.
    #expect(try standing(id, matter) == .objected)
    try matter.file(.ruleOnExhibit(objection: 2, .overruled), by: People.arbitrator)
    #expect(matter.condition(take(2), by: People.client) == .objectionRuled)
    #expect(try standing(id, matter) == .inRecord)
    // What was given up is not raised anew.
    #expect(
      matter.refusal(.objectToExhibit(id, .hearsay), by: People.client)
        == .alreadyExists(what: "objection"))
    let way = matter.dispute.custody(of: try #require(matter.dispute.exhibit(id)))
    #expect(way.map(\.act) == [.filed, .objected, .objected, .objectionWithdrawn, .ruled])
  }

  @Test func whatTheRulesHoldAgainstAnExhibitNobodyTakesBack() throws {
    var matter = try Matter.recordClosed()
    try matter.file(.addExhibit(offer(tendered: true)), by: People.client)
    try matter.file(.objectToExhibit(last(matter).id, .relevance))
    #expect(
      matter.refusal(.withdrawExhibitObjection(number: 1))?.isNotPermitted == true)
    // The award waits for a ruling on what is still held against it, and for no other.
    try matter.file(.withdrawExhibitObjection(number: 2))
    #expect(
      try matter.condition(.issueAward(matter.award()), by: People.arbitrator)
        == .rulingsOutstanding)
    try matter.file(.ruleOnExhibit(objection: 1, .overruled), by: People.arbitrator)
    #expect(try matter.refusal(.issueAward(matter.award()), by: People.arbitrator) == nil)
  }

  @Test func anotherSidesObjectionToASealedExhibitIsAsOneThatIsMissing() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    let own = try matter.addExhibit(by: People.client)
    try matter.file(.objectToExhibit(own, .relevance))
    try matter.file(.objectToExhibit(id, .hearsay), by: People.client)
    #expect(
      matter.refusal(.withdrawExhibitObjection(number: 2))?.isNotPermitted == true)
    try matter.file(.sealExhibit(id, readers: [.respondent]), by: People.arbitrator)
    #expect(
      matter.refusal(.withdrawExhibitObjection(number: 2))
        == matter.refusal(.withdrawExhibitObjection(number: 7)))
    // One's own is one's own, sealed or not.
    try matter.file(.sealExhibit(own, readers: [.respondent]), by: People.arbitrator)
    #expect(matter.refusal(.withdrawExhibitObjection(number: 1)) == nil)
  }

  @Test func anObjectionIsRecordedForAPartyAndItsWithdrawalByANeutralOne() throws {
    var matter = try Matter.filed(joined: false)
    try matter.file(.sendReminder(.letter))
    try matter.serve()
    let paper = RecordedAct(
      side: .respondent, exhibit: try matter.addExhibit(.email), receivedAt: matter.now)
    try matter.file(
      .respond([ItemAnswer(item: 1, kind: .contest)]), recordedFor: paper)
    matter.advance(days: 16)
    try matter.demandArbitration(.notRequired)
    let contract = try matter.addExhibit()
    let object = Command.objectToExhibit(contract, .authenticity)
    #expect(matter.refusal(object, by: People.stranger, recordedFor: paper) == .notFound)
    try matter.file(object, by: People.administrator, recordedFor: paper)
    #expect(try standing(contract, matter) == .objected)
    let recorded = try #require(matter.dispute.records[.caseFile]?.recordedActs.last)
    #expect(recorded.action == .objectToExhibit && recorded.side == .respondent)
    // To give a right up binds: not on the word of the other side.
    let take = Command.withdrawExhibitObjection(number: 1)
    #expect(matter.condition(take, recordedFor: paper) == .bindingActNeedsNeutral)
    try matter.file(take, by: People.administrator, recordedFor: paper)
    #expect(try standing(contract, matter) == .inRecord)
    // The party joins, contests that, and the objection stands again.
    try matter.file(.inviteParty(.respondent, counsel: false))
    try matter.file(.joinDispute(.respondent, counsel: false), by: People.client)
    let act = RecordedActID(
      compartment: .caseFile,
      number: try #require(matter.dispute.records[.caseFile]?.recordedActs.last).number)
    try matter.file(.contestRecorded(act), by: People.client)
    let colleague = Actor(
      member: MemberID("alma"), organization: People.institution, roles: [.administrator])
    try matter.file(.ruleOnContest(act, upheld: true), by: colleague)
    #expect(try standing(contract, matter) == .objected)
  }

  @Test func whatComesAfterTheCloseIsTenderedAndRuledOnBeforeTheAward() throws {
    var matter = try Matter.recordClosed()
    #expect(try matter.condition(.addExhibit(offer())) == .recordIsClosed)
    try matter.file(.addExhibit(offer(tendered: true)))
    let late = try last(matter)
    #expect(late.late && late.offer.tendered)
    #expect(try standing(late.id, matter) == .pending)
    #expect(
      try matter.condition(.issueAward(matter.award()), by: People.arbitrator)
        == .rulingsOutstanding)
    try matter.file(.ruleOnExhibit(objection: 1, .sustained), by: People.arbitrator)
    #expect(try standing(late.id, matter) == .excluded)
    try matter.file(.addExhibit(offer(tendered: true)), by: People.client)
    let admitted = try last(matter).id
    try matter.file(.ruleOnExhibit(objection: 2, .overruled), by: People.arbitrator)
    try matter.file(.issueAward(matter.award()), by: People.arbitrator)
    let considered = try #require(matter.dispute.caseFile.arbitration?.award?.considered)
    #expect(considered.contains(admitted) && !considered.contains(late.id))
    #expect(try matter.condition(.addExhibit(offer(tendered: true))) == .recordIsClosed)
  }

  @Test func aTenderWhileTheRecordIsOpenIsNoTender() throws {
    var matter = try Matter.constituted()
    try matter.file(.addExhibit(offer(tendered: true)))
    let exhibit = try last(matter)
    #expect(!exhibit.late && !exhibit.offer.tendered)
    #expect(matter.dispute.caseFile.exhibitObjections.isEmpty)
  }

  @Test func whatIsLackingIsSuppliedInTimeOrWaitsForARuling() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    let day = matter.today.adding(days: 5)
    #expect(
      matter.refusal(.noticeDeficiency(id, .illegible, cureBy: day))?.isNotPermitted == true)
    #expect(
      matter.refusal(
        .noticeDeficiency(id, .illegible, cureBy: matter.today), by: People.arbitrator)?
        .fields == ["cure_by_date"])
    try matter.file(.noticeDeficiency(id, .illegible, cureBy: day), by: People.arbitrator)
    try matter.file(.noticeDeficiency(id, .translation, cureBy: day), by: People.administrator)
    let deadline = try #require(
      matter.dispute.deadlines.first { $0.kind == .exhibitCure(1) })
    #expect(deadline.waitsOn == [.claimant])
    try matter.file(.addExhibit(offer(Rendition(.translation, of: id))))
    #expect(matter.dispute.caseFile.deficiencies.map(\.state) == [.open, .cured])
    matter.advance(to: deadline.dueAt.adding(milliseconds: -1))
    matter.fire()
    #expect(matter.dispute.caseFile.deficiencies.first?.state == .open)
    matter.advance(to: deadline.dueAt)
    matter.fire()
    #expect(matter.dispute.caseFile.deficiencies.first?.state == .lapsed)
    #expect(try standing(id, matter) == .pending)
    #expect(matter.dispute.caseFile.exhibitObjections.last?.ground == .deficient)
    // A new version stands for itself.
    try matter.file(.addExhibit(offer(Rendition(.newVersion, of: id))))
    #expect(try standing(try last(matter).id, matter) == .inRecord)
  }

  @Test func aNewVersionSuppliesWhatWasLacking() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    try matter.file(
      .noticeDeficiency(id, .incomplete, cureBy: matter.today.adding(days: 5)),
      by: People.arbitrator)
    try matter.file(.addExhibit(offer(Rendition(.newVersion, of: id))))
    #expect(matter.dispute.caseFile.deficiencies.map(\.state) == [.cured])
    #expect(!matter.dispute.deadlines.contains { $0.kind == .exhibitCure(1) })
    #expect(
      matter.dispute.custody(of: try #require(matter.dispute.exhibit(id))).map(\.act)
        == [.filed, .foundDeficient, .superseded, .deficiencyCured])
  }

  @Test func onlyTheFilerSaysWhatAnExhibitShows() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    #expect(matter.refusal(.linkExhibit(id, items: [9]))?.fields == ["items[0]"])
    #expect(
      matter.refusal(.linkExhibit(id, items: [2]), by: People.client)?.isNotPermitted == true)
    try matter.file(.linkExhibit(id, items: [1, 2]))
    #expect(matter.dispute.exhibit(id)?.items == [1, 2])
    #expect(matter.refusal(.linkExhibit(id, items: [1, 2])) == .alreadyExists(what: "link"))
    let own = ExhibitID(compartment: .partyPrivate(.claimant), number: 1)
    #expect(matter.refusal(.linkExhibit(own, items: [1]), by: People.client) == .notFound)
  }

  @Test func aRecordingSaysOnWhatConsentItWasMade() throws {
    let matter = try Matter.constituted()
    #expect(
      try matter.refusal(.addExhibit(offer(kind: .recording)))?.fields == ["provenance.consent"])
    let consent = Provenance(method: .original, consent: .oneParty)
    #expect(
      try matter.refusal(.addExhibit(offer(kind: .photo, provenance: consent)))?.fields
        == ["provenance.consent"])
    #expect(
      try matter.refusal(.addExhibit(offer(kind: .recording, provenance: consent))) == nil)
    let ahead = Provenance(collectedAt: matter.now.adding(hours: 1))
    #expect(
      try matter.refusal(.addExhibit(offer(provenance: ahead)))?.fields
        == ["provenance.collect_time"])
  }
}
