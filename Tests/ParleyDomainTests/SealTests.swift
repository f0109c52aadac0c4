import ParleyDomain
import Testing

@Suite struct SealTests {
  private func sealed(readers: Set<Side>) throws -> (Matter, ExhibitID) {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    try matter.file(.sealExhibit(id, readers: readers), by: People.arbitrator)
    return (matter, id)
  }

  private func reads(_ id: ExhibitID, _ matter: Matter, _ person: Actor) -> Bool {
    let standings = matter.dispute.standings(of: person)
    let view = matter.dispute.seen(with: standings)
    let words = view?.records[.caseFile]?.words.keys ?? [:].keys
    let hasWords = words.contains { $0.hasPrefix("exhibit.E-\(id.number).") }
    let hasExhibit = view?.exhibit(id) != nil
    #expect(hasWords == hasExhibit)
    return hasExhibit
  }

  @Test func onlyTheSidesNamedTheArbitratorAndTheInstitutionReadIt() throws {
    let (matter, id) = try sealed(readers: [.claimant])
    #expect(reads(id, matter, People.broker))
    #expect(!reads(id, matter, People.client))
    #expect(reads(id, matter, People.arbitrator))
    #expect(reads(id, matter, People.administrator))
    // That it is sealed, everybody knows; the other exhibits stay.
    let view = try #require(matter.dispute.seen(with: [.respondent]))
    #expect(view.caseFile.seals[id] == .sealed(readers: [.claimant]))
    #expect(view.records[.caseFile]?.exhibits.count == 1)
  }

  @Test func unsealingGivesBackExactlyWhatWasThere() throws {
    var matter = try Matter.constituted()
    let id = try matter.addExhibit()
    let before = try #require(matter.dispute.seen(with: [.respondent]))
    try matter.file(.sealExhibit(id, readers: []), by: People.arbitrator)
    try matter.file(.unsealExhibit(id), by: People.arbitrator)
    let after = try #require(matter.dispute.seen(with: [.respondent]))
    func filed(_ view: Dispute) -> [ExhibitOffer]? {
      view.records[.caseFile]?.exhibits.map(\.offer)
    }
    #expect(filed(after) == filed(before))
    #expect(after.records[.caseFile]?.words["exhibit.E-\(id.number).title"] == "Text")
    #expect(reads(id, matter, People.client))
  }

  @Test func whatIsStruckNoPartyReadsAndOnlyTheArbitratorRestoresIt() throws {
    var (matter, id) = try sealed(readers: [.claimant])
    try matter.file(.strikeExhibit(id), by: People.arbitrator)
    for person in [People.broker, People.client] { #expect(!reads(id, matter, person)) }
    #expect(reads(id, matter, People.arbitrator))
    #expect(
      matter.refusal(.unsealExhibit(id), by: People.administrator)?.isNotPermitted == true)
    try matter.file(.unsealExhibit(id), by: People.arbitrator)
    #expect(reads(id, matter, People.client))
  }

  @Test func partiesSealNothingAndNothingIsSealedTwice() throws {
    let (matter, id) = try sealed(readers: [])
    for person in [People.broker, People.client, People.mediator] {
      #expect(matter.refusal(.sealExhibit(id, readers: []), by: person) != nil)
    }
    #expect(
      matter.refusal(.sealExhibit(id, readers: []), by: People.arbitrator)
        == .alreadyExists(what: "seal"))
    let missing = ExhibitID(compartment: .caseFile, number: 99)
    #expect(
      matter.condition(.sealExhibit(missing, readers: []), by: People.arbitrator)
        == .documentMissing)
    let other = ExhibitID(compartment: .caseFile, number: 1)
    #expect(matter.condition(.unsealExhibit(other), by: People.arbitrator) == .notSealed)
  }
}
