import ParleyDomain
import Testing

/// Who may know who read what.
@Suite struct ReadSightTests {
  @Test(arguments: Standing.allCases)
  func nobodyLearnsOfReadsOfWhatIsNotSeen(_ standing: Standing) throws {
    let dispute = try Matter.filed().dispute
    for compartment in Compartment.all where seesReads(of: compartment, as: [standing], in: dispute)
    {
      #expect(sight(of: compartment, for: [standing], in: dispute) != .none)
    }
  }

  @Test func eachSeesThoseOfItsOwn() throws {
    let dispute = try Matter.filed().dispute
    func told(_ standing: Standing) -> Set<Compartment> {
      Set(Compartment.all.filter { seesReads(of: $0, as: [standing], in: dispute) })
    }
    let claimant: Set<Compartment> = [
      .partyPrivate(.claimant), .caucus(.claimant), .bid(.claimant),
    ]
    #expect(told(.claimant) == claimant)
    #expect(told(.claimantCounsel) == claimant)
    #expect(
      told(.respondent) == [
        .partyPrivate(.respondent), .caucus(.respondent), .bid(.respondent),
      ])
    #expect(told(.mediator) == [.neutralPrivate], "not how a party reads what it confided")
    #expect(told(.arbitrator) == [.deliberation])
    #expect(told(.administrator) == [.caseFile, .settlement, .mediation])
    for standing: Standing in [.auditor, .mediatorNominee, .arbitratorNominee, .clock] {
      #expect(told(standing).isEmpty)
    }
  }

  @Test func whatIsConfidedDependsOnWhoReads() {
    let (author, other) = (MemberID("author"), MemberID("other"))
    for compartment: Compartment in [.caucus(.claimant), .neutralPrivate, .deliberation] {
      #expect(Dispute.isConfided(compartment, by: author, from: author))
      #expect(Dispute.isConfided(compartment, by: author, from: other))
    }
    #expect(!Dispute.isConfided(.partyPrivate(.claimant), by: author, from: author))
    #expect(Dispute.isConfided(.partyPrivate(.claimant), by: author, from: other))
    for compartment: Compartment in [.caseFile, .settlement, .mediation, .internal] {
      #expect(!Dispute.isConfided(compartment, by: author, from: other))
    }
  }
}
