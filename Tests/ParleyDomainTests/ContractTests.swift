import ParleyDomain
import ParleyProfiles
import Testing

@Suite struct ContractTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  private func opening(
    _ jurisdiction: String, form: ContractForm = .writtenSigned, law: String? = nil,
    terms: DocumentHash? = nil, limitation: CivilDate? = nil
  ) throws -> DisputeOpening {
    DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: jurisdiction,
      contractForm: form, contractType: .services, clauses: [],
      items: [
        ClaimItem(number: 1, issued: nil, due: try day(2026, 4, 15), amount: try euro(100_000))
      ],
      limitation: limitation, governingLaw: law, terms: terms,
      registration: terms.map { _ in
        ContractRegistration(number: 3, registeredAt: Instant(milliseconds: 1_770_000_000_000))
      })
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

  @Test func theLawOfTheContractGoesBeforeThatOfThePlace() throws {
    // California gives four years for what was written, Washington six.
    #expect(try last(open(opening("US-CA"))) == day(2030, 4, 15))
    let matter = try open(opening("US-CA", law: "US-WA"))
    #expect(try last(matter) == day(2032, 4, 15))
    #expect(matter.dispute.caseFile.limitation.finding?.jurisdiction == "US-WA")
  }

  @Test func anotherFormIsReviewedByASecondPersonAndMovesTheLimitation() throws {
    var matter = try open(opening("US-CA"))
    try matter.file(.fileDispute)
    let change = Command.changeContractForm(.verbal)
    #expect(
      matter.refusal(.changeContractForm(.writtenSigned)) == .alreadyExists(what: "form"))
    let asked = try matter.file(change, words: [Word("contractForm.reason", "Nothing was signed.")])
    #expect(asked.map(\.compartment) == [.internal])
    #expect(matter.dispute.caseFile.contractForm == .writtenSigned)
    #expect(matter.condition(change) == .approvalPending)
    #expect(matter.refusal(.grantApproval(number: 1))?.isNotPermitted == true)
    try matter.file(.grantApproval(number: 1), by: People.supervisor)
    #expect(matter.dispute.caseFile.contractForm == .verbal)
    #expect(try last(matter) == day(2028, 4, 15))
    #expect(matter.dispute.caseFile.limitation.finding?.months == 24)
    #expect(
      matter.dispute.deadlines.first { $0.kind == .limitation }?.dueAt
        == Zone.utc.end(of: try day(2028, 4, 15)))
    #expect(
      matter.dispute.records[.caseFile]?.words["contractForm.1.reason"] == "Nothing was signed.")
    // What moved it before moves it still: it is counted anew from a part payment.
    let changes = matter.dispute.caseFile.formChanges
    #expect(changes.map(\.from) == [.writtenSigned] && changes.map(\.to) == [.verbal])
  }

  @Test func whoAskedDoesNotReview() throws {
    var matter = try open(opening("US-CA"))
    try matter.file(.fileDispute)
    try matter.file(.changeContractForm(.electronic), by: People.supervisor)
    #expect(matter.condition(.grantApproval(number: 1), by: People.supervisor) == .ownApproval)
    try matter.file(.refuseApproval(number: 1), by: People.broker)
    #expect(matter.dispute.caseFile.contractForm == .writtenSigned)
  }

  @Test func aStatedLimitationStays() throws {
    let stated = try day(2027, 1, 1)
    var matter = try open(opening("US-CA", limitation: stated))
    try matter.file(.fileDispute)
    try matter.file(.changeContractForm(.verbal))
    try matter.file(.grantApproval(number: 1), by: People.supervisor)
    #expect(matter.dispute.caseFile.contractForm == .verbal)
    #expect(last(matter) == stated)
  }

  @Test func aClaimIsNotFiledOnOtherTermsThanThoseOnRegister() throws {
    var matter = try open(opening("US-CA", terms: try hash("c")))
    #expect(matter.dispute.termsComparison == .notShown)
    #expect(matter.refusal(.fileDispute) == nil)
    _ = try matter.addExhibit(.contract, hash: "a")
    #expect(matter.dispute.termsComparison == .differ)
    #expect(matter.condition(.fileDispute) == .termsDiffer)
    _ = try matter.addExhibit(.invoice, hash: "c")
    #expect(matter.condition(.fileDispute) == .termsDiffer)
    _ = try matter.addExhibit(.contract, hash: "c")
    #expect(matter.dispute.termsComparison == .same)
    try matter.file(.fileDispute)
  }
}
