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
    if case .notPermitted(let action, let needs) = refusal {
      // The row alone would let this person: there has to be a rule that narrows it.
      #expect(action == row.action && !needs.isEmpty, "\(place)")
      #expect(standings.isDisjoint(with: needs), "\(place)")
      #expect(isNarrowed(row.action, standings, person, matter), "\(place)")
      return
    }
    #expect(!mustBeNarrowed(row.action, standings, person, matter), "\(place)")
    let isPossible = row.from.contains(status)
    if !isPossible {
      guard case .wrongStage(let action, let current, let allowed, _, _, _) = refusal else {
        Issue.record("\(place): \(String(describing: refusal))")
        return
      }
      #expect(action == row.action && current == status && !allowed.contains(status), "\(place)")
      return
    }
    switch refusal {
    case nil: break
    case .unmet(_, let action, let rule, _, _):
      #expect(action == row.action && rule == row.rule, "\(place)")
    case .wrongStage(let action, let current, _, _, _, _):
      #expect(action == row.action && current == status, "\(place)")
      #expect(stageDependsOnMore.contains(row.action), "\(place)")
    case .alreadyExists: #expect(isDoneOnce.contains(row.action), "\(place)")
    default: Issue.record("\(place): \(String(describing: refusal))")
    }
  }

  /// Possible in some statuses only under a further condition: a settlement in default, limitation
  /// that is near, an outcome, a settlement signed in the mediation.
  private let stageDependsOnMore: Set<Action> = [
    .referCollections, .referCounsel, .recordFiling, .postPayment, .reversePosting,
    .reportMediation,
  ]
  /// What a side does once, and is told so.
  private let isDoneOnce: Set<Action> = [
    .objectToNeutral, .waiveConflict, .fileCounterclaim, .replyCounterclaim,
  ]

  /// Whether a rule lets fewer people do it than the row: who appoints, who approves, who answers
  /// whom.
  private func isNarrowed(
    _ action: Action, _ standings: Set<Standing>, _ person: Actor, _ matter: Matter
  ) -> Bool {
    let file = matter.dispute.caseFile
    switch action {
    case .appointNeutral, .grantApproval:
      return mustBeNarrowed(action, standings, person, matter)
    case .declineMediation: return standings.side == file.mediationProposedBy
    case .answerDemand: return standings.side == file.arbitration?.by
    case .requestDefault: return standings.side == file.arbitration?.by.other
    case .setAsideAward: return standings.side == file.arbitration?.by
    default: return false
    }
  }

  private func mustBeNarrowed(
    _ action: Action, _ standings: Set<Standing>, _ person: Actor, _ matter: Matter
  ) -> Bool {
    switch action {
    case .appointNeutral:
      return matter.hasInstitution
        ? !standings.contains(.administrator) : standings.side == nil
    case .grantApproval:
      return person.isSolePrincipal
        ? !standings.contains(.claimant) : !standings.contains(.supervisor)
    default: return false
    }
  }
}
