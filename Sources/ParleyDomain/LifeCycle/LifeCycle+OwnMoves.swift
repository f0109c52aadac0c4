extension LifeCycle {
  /// What Parley does by itself: when a deadline falls due, or when a payment or a signature leaves
  /// nothing to be done.
  package static let ownMoves: [OwnMove] = [
    own("T3", [.deficient], [.closed]),
    own("T7", [.demandServed, .admitted, .contested], [.graceExpired]),
    own("T11", [.mediationProposed], [.negotiationImpasse]),
    own("T14", .mediating, [.mediationImpasse]),
    own("T16", [.arbitrationDemanded], [.answered, .defaultEligible]),
    own("T19", [.awardIssued], [.awardFinal]),
    own("T20", [.awardFinal], [.closed, .awardUnpaid]),
    own("T20", Set<Status>.stage(.legal).union([.awardUnpaid]), [.closed]),
    own("T23", [.judgment, .enforcing], [.satisfiedPendingRelease]),
    own("T26", .open, [.closed]),
    own("O9", .open, [.closed]),
  ]

  private static func own(_ rule: String, _ from: Set<Status>, _ to: Set<Status>) -> OwnMove {
    OwnMove(rule: rule, move: Move(from, to))
  }

  /// The first act on a shortest way from a status to one of `goals`, with who does it.
  package static func nextStep(from status: Status, toward goals: Set<Status>) -> NextStep? {
    var frontier: [(place: Status, first: NextStep?)] = [(status, nil)]
    var seen: Set<Status> = [status]
    while !frontier.isEmpty {
      var following: [(place: Status, first: NextStep?)] = []
      for (place, first) in frontier {
        for way in ways[place] ?? [] where seen.insert(way.to).inserted {
          let step = first ?? way.step
          if goals.contains(way.to) { return step }
          // A mediation beside the stage leads to nothing but itself.
          if !way.opensBeside { following.append((way.to, step)) }
        }
      }
      frontier = following
    }
    return nil
  }

  /// The first act on a shortest way from a status to where an act is possible.
  static func nextStep(from status: Status, before action: Action, inDefault: Bool) -> NextStep? {
    (inDefault ? stepsInDefault : steps)[action]?[status]
  }

  /// Those toward every act, worked out once: whoever asks what may be done asks for all of them.
  private static let steps = firstSteps(toward: \.fromAlways)
  private static let stepsInDefault = firstSteps(toward: \.from)

  private static func firstSteps(
    toward goals: (Row) -> Set<Status>
  ) -> [Action: [Status: NextStep]] {
    var known: [Set<Status>: [Status: NextStep]] = [:]
    return rows.reduce(into: [:]) { steps, row in
      let goals = goals(row)
      let toward =
        known[goals]
        ?? Status.allCases.reduce(into: [:]) { $0[$1] = nextStep(from: $1, toward: goals) }
      known[goals] = toward
      steps[row.action] = toward
    }
  }

  private struct Way {
    let step: NextStep
    let to: Status
    let opensBeside: Bool
  }

  /// The moves people can make from each status, in the order of the table.
  private static let ways: [Status: [Way]] = {
    var ways: [Status: [Way]] = [:]
    for row in rows {
      guard let by = row.who.inOrder.first else { continue }
      for move in row.moves where !move.onDefaultOnly && !move.goesBack {
        for from in move.from {
          ways[from, default: []] += move.to.inOrder.map {
            Way(
              step: NextStep(row.action, by: by), to: $0, opensBeside: move.opensBeside)
          }
        }
      }
    }
    return ways
  }()
}

extension Standing {
  /// A fixed order, so that an answer never depends on the order of a set.
  var rank: Int { Standing.allCases.firstIndex(of: self) ?? 0 }
}
