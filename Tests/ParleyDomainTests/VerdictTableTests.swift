import ParleyDomain
import Testing

/// Every status × every act × everybody: allowed, or refused for one reason, and the right one.
@Suite struct VerdictTableTests {
  @Test func eachCellIsAllowedOrRefusedForTheRightReason() throws {
    let matters = try Matter.inEachStatus()
    #expect(Set(matters.keys) == Set(Status.allCases))
    var cells = 0
    for (status, matter) in matters {
      for person in People.all {
        let standings = matter.dispute.standings(of: person)
        for row in LifeCycle.rows where row.action != .createDispute && row.action != .joinDispute {
          cells += 1
          let refusal = verdict(matter, person, row.action)
          #expect(refusal == verdict(matter, person, row.action))
          try check(refusal, row, status, standings, person, matter)
        }
      }
    }
    #expect(cells == Status.allCases.count * People.all.count * (LifeCycle.rows.count - 2))
  }

  private func verdict(_ matter: Matter, _ person: Actor, _ action: Action) -> Refusal? {
    do throws(Refusal) {
      try matter.dispute.permit(person, action, given: matter.given)
      return nil
    } catch {
      return error
    }
  }

  private func check(
    _ refusal: Refusal?, _ row: LifeCycle.Row, _ status: Status, _ standings: Set<Standing>,
    _ person: Actor, _ matter: Matter
  ) throws {
    let place = "\(row.action) in \(status) by \(standings)"
    guard sight(of: .caseFile, for: standings, in: matter.dispute) > .none else {
      #expect(refusal == .notFound, "\(place)")
      return
    }
    #expect(refusal != .notFound, "\(place)")
    let isHolder: Set<Action> = [.placeHold, .liftHold]
    if row.who.isDisjoint(with: standings),
      !(isHolder.contains(row.action) && person.isSolePrincipal),
      !(row.action == .grantApproval || row.action == .appointNeutral)
    {
      guard case .notPermitted = refusal else {
        Issue.record("\(place): \(String(describing: refusal))")
        return
      }
      return
    }
    if case .notPermitted = refusal { return }
    let isPossible = row.from.contains(status)
    if !isPossible {
      guard case .wrongStage(let action, let current, let allowed, _, _, _) = refusal else {
        Issue.record("\(place): \(String(describing: refusal))")
        return
      }
      #expect(action == row.action && current == status && !allowed.contains(status), "\(place)")
    }
  }
}
