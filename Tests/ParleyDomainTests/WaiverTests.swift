import ParleyDomain
import Testing

/// UMA s. 5(a): all parties, and the mediator for what the mediator wrote.
@Suite struct WaiverTests {
  /// In arbitration, after a mediation with an exhibit and notes of both sides and of the mediator.
  private func arbitrated() throws -> Matter {
    var matter = try Matter.graceExpired()
    _ = try matter.addExhibit()
    try matter.agreeToMediate()
    try matter.seat(People.mediator)
    _ = try matter.addExhibit(in: .mediation, by: People.client, madeForMediation: true)
    try matter.note("Could take 7,000", in: .mediation, by: People.broker)
    try matter.note("Can pay 6,000", in: .mediation, by: People.client)
    for kind in [MediationNoteKind.shared, .own, .caucus(.respondent)] {
      try matter.file(
        .addMediationNote(kind), by: People.mediator, words: [Word("note.text", "Mediator")])
    }
    try matter.note("Our secret", in: .caucus(.respondent), by: People.client)
    try matter.file(.declareMediationImpasse, by: People.mediator)
    try matter.demandArbitration(.attempted)
    try matter.file(.answerDemand([ItemAnswer(item: 1, kind: .contest)]), by: People.client)
    try matter.seat(People.arbitrator)
    return matter
  }

  private let whole = Command.proposeWaiver(WaiverScope(whole: true))

  private func told(_ matter: Matter) -> [String] {
    let view = matter.dispute.seen(with: [.arbitrator])
    return (view?.caseFile.admitted ?? []).compactMap {
      view?.records[.caseFile]?.words["admitted.\($0.number).text"]
    }
  }

  @Test func oneSideAloneOpensNothingAndUsingItNamesWhoIsMissing() throws {
    var matter = try arbitrated()
    let note = NoteReference(kind: .note, compartment: .mediation, number: 1)
    let publish = Command.publishNote(note, try matter.file(of: note))
    #expect(matter.condition(publish) == .mediationPrivileged)
    let before = matter.dispute.seen(with: [.arbitrator])
    try matter.file(whole)
    #expect(matter.dispute.seen(with: [.arbitrator]) == before)
    guard case .unmet(.waiverRequiresAllParties, _, _, _, let next) = matter.refusal(publish)
    else {
      Issue.record("not refused")
      return
    }
    #expect(next == NextStep(.signWaiver, by: .respondent))
    #expect(matter.condition(.signWaiver(number: 1, ownNotes: false)) == .alreadySigned)
    // Who does not see the mediation is not told that a waiver waits.
    let memo = Command.addExhibit(try matter.file(of: note))
    #expect(matter.condition(memo, by: People.arbitrator) == .mediationPrivileged)
    #expect(matter.condition(memo, by: People.client) == .waiverRequiresAllParties)
  }

  @Test func bothSidesOpenWhatTheySaidAndTheMediatorTheMediatorsOwn() throws {
    var matter = try arbitrated()
    try matter.file(whole)
    try matter.file(.signWaiver(number: 1, ownNotes: false), by: People.client)
    #expect(told(matter) == ["Shall we talk?", "Could take 7,000", "Can pay 6,000"])
    let seen = try #require(matter.dispute.seen(with: [.arbitrator]))
    #expect(seen.mediation == MediationFile())
    #expect(seen.records[.caseFile]?.exhibits.map(\.id.number) == [1, 2, 3])
    #expect(seen.records[.caseFile]?.exhibits.last?.admittedUnder == 1)
    try matter.file(.signWaiver(number: 1, ownNotes: false), by: People.mediator)
    #expect(told(matter).count == 4 && told(matter).last == "Mediator")
    #expect(
      matter.condition(.signWaiver(number: 1, ownNotes: true), by: People.mediator)
        == .alreadySigned)
    #expect(matter.condition(.withdrawWaiver(number: 1)) == .waiverInForce)
    #expect(matter.condition(whole) == .nothingToWaive)
  }

  @Test func whatCameAfterTheProposalIsNotInIt() throws {
    var matter = try arbitrated()
    try matter.file(whole)
    try matter.note("Later", in: .mediation, by: People.client)
    try matter.file(.signWaiver(number: 1, ownNotes: false), by: People.client)
    #expect(!told(matter).contains("Later"))
  }

  @Test func withdrawnItOpensNothingAndDoesNotCountInTheCase() throws {
    var matter = try arbitrated()
    try matter.file(whole)
    try matter.file(.withdrawWaiver(number: 1), by: People.client)
    #expect(
      matter.refusal(.signWaiver(number: 1, ownNotes: false), by: People.client)?.isLost == true)
    try matter.file(.proposeWaiver(WaiverScope(whole: false, items: [.note(3)])))
    try matter.file(.signWaiver(number: 2, ownNotes: false), by: People.client)
    #expect(told(matter) == ["Can pay 6,000"])
    #expect(matter.dispute.caseFile.waivers.map(\.number) == [1])
  }

  @Test func theMediatorMayOpenOwnNotesAndSignFirst() throws {
    var matter = try arbitrated()
    try matter.file(whole)
    try matter.file(.signWaiver(number: 1, ownNotes: true), by: People.mediator)
    #expect(told(matter).isEmpty)
    try matter.file(.signWaiver(number: 1, ownNotes: false), by: People.client)
    #expect(told(matter).filter { $0 == "Mediator" }.count == 2)
  }

  @Test func aSeparateMeetingIsForItsSideToOpenAndTheMediatorsWordsNeedTheMediator() throws {
    var matter = try arbitrated()
    let own = NoteReference(kind: .note, compartment: .caucus(.respondent), number: 2)
    let mediators = NoteReference(kind: .note, compartment: .caucus(.respondent), number: 1)
    func publish(_ note: NoteReference) throws -> Command {
      .publishNote(note, try matter.file(of: note))
    }
    #expect(try matter.condition(publish(own), by: People.client) == .mediationPrivileged)
    #expect(try matter.refusal(publish(own), by: People.broker) == .notFound)
    try matter.file(whole)
    try matter.file(.signWaiver(number: 1, ownNotes: false), by: People.client)
    try matter.file(publish(own), by: People.client)
    #expect(
      try matter.condition(publish(mediators), by: People.client) == .waiverRequiresAllParties)
    try matter.file(.signWaiver(number: 1, ownNotes: false), by: People.mediator)
    try matter.file(publish(mediators), by: People.client)
    #expect(matter.dispute.exhibit(ExhibitID(compartment: .caseFile, number: 5)) != nil)
  }

  @Test func onlyOnesOwnPrivateNotesBecomeExhibits() throws {
    var matter = try arbitrated()
    let place = Compartment.partyPrivate(.claimant)
    try matter.note("Ours", in: place, by: People.broker)
    try matter.note("Among us", in: .settlement, by: People.broker)
    let note = NoteReference(kind: .note, compartment: place, number: 1)
    try matter.file(.publishNote(note, matter.file(of: note)))
    #expect(matter.events.contains { if case .notePublished = $0 { true } else { false } })
    #expect(
      try matter.refusal(.publishNote(note, matter.file(of: note)), by: People.client) == .notFound)
    let missing = NoteReference(kind: .note, compartment: place, number: 9)
    #expect(try matter.refusal(.publishNote(missing, matter.file(of: note))) == .notFound)
    let shared = NoteReference(kind: .note, compartment: .settlement, number: 1)
    #expect(try matter.condition(.publishNote(shared, matter.file(of: note))) == .consentMissing)
  }
}

extension Matter {
  fileprivate mutating func note(_ text: String, in place: Compartment, by person: Actor) throws {
    try file(.addNote(place), by: person, words: [Word("note.text", text)])
  }

  fileprivate func file(of note: NoteReference) throws -> ExhibitOffer {
    ExhibitOffer(
      kind: .statement, compartment: .caseFile, hash: try hash("c"), byteCount: 3,
      mediaType: "text/plain", items: [], madeForMediation: note.compartment == .mediation)
  }
}
