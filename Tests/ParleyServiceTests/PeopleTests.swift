import ParleyDomain
@testable import ParleyService
import ParleyStore
import Testing

struct PeopleTests {
  @Test func aCodeOpensOneAccountOnce() async throws {
    try await House.with { house in
      #expect(house.administrator.actor.roles == [.administrator])
      await #expect(throws: BadCode.refusal) { try await house.signIn(house.firstCode) }
    }
  }

  @Test(arguments: ["", "AAAA-AAAA", "0000-0000-0000", "' OR 1=1"])
  func whatIsNoCodeIsRefusedAlike(code: String) async throws {
    try await House.with { house in
      await #expect(throws: BadCode.refusal) { try await house.signIn(code) }
    }
  }

  @Test func onlyAnOpenSessionIsSomebody() async throws {
    try await House.with { house in
      #expect(throws: NotSignedIn.self) { try house.registrar.authenticate(token: nil) }
      #expect(throws: NotSignedIn.self) { try house.registrar.authenticate(token: "x") }
      let broker = try await house.broker(of: "Northgate")
      try await house.registrar.signOut(broker)
      #expect(throws: NotSignedIn.self) { try house.registrar.checkStillOpen(broker) }
    }
  }

  @Test func aSignInCodeOpensAFurtherSessionOfTheSameAccount() async throws {
    try await House.with { house in
      let broker = try await house.broker(of: "Northgate")
      let member = broker.actor.member
      let code = try await house.registrar.signInCode(for: member, by: broker)
      let second = try await house.signIn(code.code, name: "Somebody else")
      #expect(second.actor == broker.actor)
      #expect(second.name == broker.name)
      #expect(second.session != broker.session)
      await #expect(throws: BadCode.refusal) { try await house.signIn(code.code) }

      let helped = try await house.registrar.signInCode(for: member, by: house.administrator)
      #expect(try await house.signIn(helped.code).actor.member == member)
      await #expect(throws: RoleRequired(roles: [.administrator])) {
        try await house.registrar.signInCode(for: house.administrator.actor.member, by: broker)
      }
    }
  }

  @Test func aClosedAccountIsOutEverywhere() async throws {
    try await House.with { house in
      let broker = try await house.broker(of: "Northgate")
      let member = broker.actor.member
      let code = try await house.registrar.signInCode(for: member, by: broker)
      await #expect(throws: RoleRequired(roles: [.administrator])) {
        try await house.registrar.closeMember(member, by: broker)
      }
      let ask = PeopleRequest(repeatability: Sample.request())
      try await house.registrar.closeMember(member, request: ask, by: house.administrator)
      try await house.registrar.closeMember(member, request: ask, by: house.administrator)
      #expect(throws: NotSignedIn.self) { try house.registrar.checkStillOpen(broker) }
      await #expect(throws: BadCode.refusal) { try await house.signIn(code.code) }
      await #expect(throws: Refusal.notFound) {
        try await house.registrar.signInCode(for: member, by: house.administrator)
      }
      await #expect(throws: Refusal.notFound) {
        try await house.registrar.closeMember(member, by: house.administrator)
      }
      await #expect(throws: Refusal.self) {
        try await house.registrar.closeMember(
          house.administrator.actor.member, by: house.administrator)
      }
    }
  }

  @Test func aSupervisorInvitesBrokersOfTheOwnHouseOnly() async throws {
    try await House.with { house in
      let supervisor = try await house.broker(of: "Northgate", role: .supervisor)
      let other = try await house.broker(of: "Elsewhere")
      func invite(_ role: Role, _ organization: OrganizationID?) async throws {
        _ = try await house.registrar.invite(
          InvitationSpec(
            role: role, organization: organization, name: "N. N.", email: "n@n.example"),
          by: supervisor)
      }
      try await invite(.broker, supervisor.actor.organization)
      await #expect(throws: RoleRequired.self) {
        try await invite(.broker, other.actor.organization)
      }
      await #expect(throws: RoleRequired.self) { try await invite(.administrator, nil) }
      await #expect(throws: RoleRequired.self) {
        try await house.registrar.createOrganization(name: "New", by: supervisor)
      }
    }
  }

  @Test func onlyNeutralsSitOnThePanel() async throws {
    try await House.with { house in
      let mediator = try await house.colleague(in: nil, name: "Mira", role: .mediator)
      let member = mediator.actor.member
      try await house.registrar.setPanel(member, seats: [.mediator], by: house.administrator)
      #expect(try house.registrar.panel(.mediator).map(\.id) == [member])
      await #expect(throws: Refusal.self) {
        try await house.registrar.setPanel(member, seats: [.arbitrator], by: house.administrator)
      }
      try await house.registrar.setPanel(member, seats: [], by: house.administrator)
      #expect(try house.registrar.panel(.mediator).isEmpty)
    }
  }

  @Test func aTokenOpensForItsCallerAndPurposeAlone() async throws {
    try await House.with { house in
      let broker = try await house.broker(of: "Northgate")
      let mark = try #require(PageMark(bytes: [0, 2, 3]))
      let token = try house.registrar.seal(mark, purpose: "list", caller: broker)
      #expect(house.registrar.open(token, purpose: "list", caller: broker) == mark)
      #expect(house.registrar.open(token, purpose: "other", caller: broker) == nil)
      #expect(house.registrar.open(token, purpose: "list", caller: house.administrator) == nil)
      #expect(house.registrar.open("A" + token, purpose: "list", caller: broker) == nil)
      #expect(house.registrar.open("", purpose: "list", caller: broker) == nil)
    }
  }

  @Test func theClockMovesInADevelopmentDirectoryOnly() async throws {
    try await House.with(development: false) { house in
      #expect(!house.registrar.clock().isForDevelopment)
      await #expect(throws: JournalFault.notForDevelopment) {
        try await house.registrar.advanceClock(by: 1000, by: house.administrator)
      }
    }
    try await House.with { house in
      let day: Int64 = 86_400_000
      let ask = PeopleRequest(repeatability: Sample.request())
      for _ in 1...2 {
        let reading = try await house.registrar.advanceClock(
          by: day, request: ask, by: house.administrator)
        #expect(reading.offset == day)
      }
      let broker = try await house.broker(of: "Northgate")
      await #expect(throws: RoleRequired.self) {
        try await house.registrar.advanceClock(by: day, by: broker)
      }
      await #expect(throws: Refusal.self) {
        try await house.registrar.advanceClock(by: 0, by: house.administrator)
      }
    }
  }
}
