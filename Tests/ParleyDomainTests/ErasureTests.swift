import ParleyDomain
import Testing

@Suite struct ErasureTests {
  private func request(_ place: Compartment, _ sequence: Int64) -> Command {
    .requestErasure(.entry(place, sequence: sequence), .filedInError)
  }

  /// The number, in its chain, of the last entry of a compartment.
  private func last(_ place: Compartment, _ matter: Matter) -> Int64 {
    Int64(matter.log.count { $0.entry.compartment == place })
  }

  @Test func wordsOfTheOtherSideNeedAnotherAuthority() throws {
    var matter = try Matter.constituted()
    _ = try matter.addExhibit(by: People.client)
    let entry = last(.caseFile, matter)
    try matter.file(request(.caseFile, entry), by: People.broker)
    let grant = Command.grantErasure(.caseFile, number: 1)
    for person in [People.broker, People.supervisor, People.arbitrator, People.mediator] {
      #expect(matter.refusal(grant, by: person) != nil)
    }
    #expect(matter.condition(grant, by: People.supervisor) == .erasureNeedsTwo)
    try matter.file(grant, by: People.administrator)
    let exhibit = try #require(matter.dispute.records[.caseFile]?.exhibits.last)
    #expect(exhibit.erased)
    #expect(matter.condition(request(.caseFile, entry)) == .alreadyErased)
    #expect(matter.refusal(grant, by: People.administrator)?.isLost == true)
  }

  @Test func ownWordsNeedASupervisorOrTheInstitution() throws {
    var matter = try Matter.constituted()
    _ = try matter.addExhibit()
    try matter.file(request(.caseFile, last(.caseFile, matter)))
    #expect(matter.refusal(request(.caseFile, 1)) != nil)
    #expect(
      matter.condition(.grantErasure(.caseFile, number: 1), by: People.client) == .erasureNeedsTwo)
    try matter.file(.grantErasure(.caseFile, number: 1), by: People.supervisor)
  }

  @Test func theInstitutionAloneErasesNothing() throws {
    var matter = try Matter.constituted()
    _ = try matter.addExhibit(by: People.client)
    try matter.file(request(.caseFile, last(.caseFile, matter)), by: People.administrator)
    let grant = Command.grantErasure(.caseFile, number: 1)
    #expect(matter.condition(grant, by: People.administrator) == .erasureNeedsTwo)
    #expect(matter.condition(grant, by: People.supervisor) == .erasureNeedsTwo)
    try matter.file(grant, by: People.client)
  }

  @Test func whatIsNotSeenDoesNotExist() throws {
    var matter = try Matter.constituted()
    let place = Compartment.partyPrivate(.claimant)
    try matter.file(.addNote(place), words: [Word("note.text", "Ours")])
    for person in [People.client, People.arbitrator, People.administrator] {
      #expect(matter.refusal(request(place, 1), by: person) == .notFound)
      #expect(matter.refusal(request(place, 99), by: person) == .notFound)
    }
    #expect(matter.refusal(request(place, 99)) == .notFound)
    try matter.file(request(place, 1))
    #expect(matter.refusal(request(place, 1)) == .alreadyExists(what: "erasure"))
    #expect(matter.refusal(.grantErasure(place, number: 1), by: People.administrator) == .notFound)
    try matter.file(.grantErasure(place, number: 1), by: People.supervisor)
  }

  @Test func aLitigationHoldKeepsEverything() throws {
    var matter = try Matter.constituted()
    _ = try matter.addExhibit()
    let entry = last(.caseFile, matter)
    try matter.file(request(.caseFile, entry))
    try matter.file(.placeHold(HoldTerms(kind: .litigationHold)), by: People.supervisor)
    #expect(matter.condition(request(.caseFile, 1)) == .holdLitigation)
    #expect(
      matter.condition(.grantErasure(.caseFile, number: 1), by: People.administrator)
        == .holdLitigation)
    try matter.file(.liftHold(number: 1), by: People.supervisor)
    try matter.file(.grantErasure(.caseFile, number: 1), by: People.administrator)
  }

  @Test func nothingIsErasedWhileItIsDecidedOnAndNoParticularsOfAnOpenClaim() throws {
    var matter = try Matter.recordClosed()
    #expect(matter.refusal(request(.caseFile, 1))?.isWrongStage == true)
    matter = try Matter.constituted()
    #expect(matter.condition(request(.caseFile, 1)) == .wordsInUse)
    try matter.file(.addDeliberationNote, by: People.arbitrator)
    #expect(
      matter.condition(request(.deliberation, 1), by: People.arbitrator) == .erasureNeedsTwo)
  }
}
