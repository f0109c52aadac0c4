import ParleyDomain
import Testing

@Suite struct LifeCycleTests {
  @Test func everyActHasExactlyOneRow() {
    #expect(LifeCycle.rows.count == Action.allCases.count)
    for action in Action.allCases {
      #expect(LifeCycle.rows.filter { $0.action == action }.count == 1, "\(action)")
      #expect(LifeCycle.row(of: action)?.who.isEmpty == false)
    }
  }

  @Test func everyStatusIsReachedAndEveryOpenOneHasAnExit() {
    let moves = LifeCycle.rows.flatMap(\.moves) + LifeCycle.ownMoves.map(\.move)
    var reached: Set<Status> = [.draft]
    var before = 0
    while before != reached.count {
      before = reached.count
      for move in moves where !move.from.isDisjoint(with: reached) { reached.formUnion(move.to) }
    }
    #expect(reached == Set(Status.allCases))
    for status in Status.allCases where status != .closed {
      let exits = moves.filter { $0.from.contains(status) }.flatMap(\.to).filter { $0 != status }
      #expect(!exits.isEmpty, "\(status) has no exit")
    }
    #expect(!moves.contains { $0.from.contains(.closed) && !$0.goesBack })
  }

  @Test func everyStatusReachesTheEnd() {
    for status in Status.allCases where status != .closed {
      #expect(LifeCycle.nextStep(from: status, toward: [.closed]) != nil, "\(status)")
    }
  }

  @Test func whatIsRecordedForAPartyIsAnActOfTheParty() {
    for row in LifeCycle.rows {
      if case .no = row.recording { continue }
      #expect(row.who.contains(.respondent), "\(row.action)")
    }
  }

  /// Statuses built by the way people take, each with the verdicts of everybody.
  @Test func eachActIsAllowedOrRefusedWithOneReason() throws {
    let matters = try [
      Matter.draft(), .filed(), .served(), .graceExpired(), .contested(), .inSession(),
      .constituted(), .recordClosed(), .awardUnpaid(), .counselReferred(), .judgment(),
    ]
    for matter in matters {
      for person in People.all {
        let verdicts = matter.dispute.allowedActions(for: person, given: matter.given)
        #expect(Set(verdicts.map(\.action)).count == verdicts.count)
        let isStranger = matter.dispute.standings(of: person).isEmpty
        #expect(!isStranger || verdicts.isEmpty)
        for verdict in verdicts {
          #expect(verdict.allowed == (verdict.refusal == nil))
          #expect(verdict.refusal != .notFound)
        }
      }
    }
  }

  @Test func aVerdictSaysWhyNotAndWhen() throws {
    let matter = try Matter.contested()
    let verdicts = matter.dispute.allowedActions(for: People.broker, given: matter.given)
    let demand = try #require(verdicts.first { $0.action == .demandArbitration })
    #expect(!demand.allowed)
    let grace = try #require(matter.dispute.deadlines.first { $0.kind == .grace })
    #expect(demand.earliest == grace.dueAt)
    #expect(verdicts.first { $0.action == .proposeMediation }?.allowed == true)
    #expect(!verdicts.contains { $0.action == .issueAward })
  }

  @Test func theStatusesOfTheBuilders() throws {
    #expect(try Matter.draft().status == .draft)
    #expect(try Matter.filed().status == .filed)
    #expect(try Matter.served().status == .demandServed)
    #expect(try Matter.graceExpired().status == .graceExpired)
    #expect(try Matter.contested().status == .contested)
    #expect(try Matter.inSession().status == .inSession)
    #expect(try Matter.constituted().status == .constituted)
    #expect(try Matter.recordClosed().status == .recordClosed)
    #expect(try Matter.awardUnpaid().status == .awardUnpaid)
    #expect(try Matter.counselReferred().status == .counselReferred)
    #expect(try Matter.judgment().status == .judgment)
  }
}
