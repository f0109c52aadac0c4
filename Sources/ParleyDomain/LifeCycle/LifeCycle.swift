/// The whole life cycle as one table: who may do what, from which status, to which, under which
/// rule. Nothing else in the package knows which act belongs to which status.
///
/// Rules T are moves of the stage, O moves of the settlement, E evidence and notes, P payments, J
/// the people who join, C how somebody is contacted, L the assessment of the way forward, V
/// approvals, K the contract, W the waiver of the mediation privilege, X erasure.
package enum LifeCycle {
  /// From some statuses to others.
  package struct Move: Hashable, Sendable {
    package let from: Set<Status>
    package let to: Set<Status>
    /// Open only while a settlement stands in default.
    package let onDefaultOnly: Bool
    /// Set where the move stands under another rule than its row.
    package let rule: String?
    /// Goes back to where the dispute was before, and so is no way forward to anything.
    package let goesBack: Bool
    /// Opens a mediation beside the stage, which stays.
    package let opensBeside: Bool

    init(
      _ from: Set<Status>, _ to: Set<Status>, onDefaultOnly: Bool = false, rule: String? = nil,
      goesBack: Bool = false, opensBeside: Bool = false
    ) {
      self.opensBeside = opensBeside
      self.goesBack = goesBack
      self.from = from
      self.to = to
      self.onDefaultOnly = onDefaultOnly
      self.rule = rule
    }
  }

  /// Whether an act can be recorded for a party without an account (T31).
  package enum Recording: Sendable {
    case no
    /// By the claimant's team, a mediator or an administrator, on the paper it rests on.
    case possible
    /// It binds: only a mediator or an administrator records it.
    case binding
  }

  /// What an act moves, and by whose status it is measured.
  package enum Proceeding: Sendable {
    case dispute
    /// The mediation, also where it runs beside another stage.
    case mediation
    /// The one whose seat is in play.
    case seat
  }

  /// One act of a person.
  package struct Row: Sendable {
    package let action: Action
    package let rule: String
    package let who: Set<Standing>
    package let moves: [Move]
    /// Statuses in which the act is possible and the status stays.
    package let stays: Set<Status>
    package let recording: Recording
    package let proceeding: Proceeding

    /// Every status the act is possible from.
    package let from: Set<Status>
    /// Those of them that do not depend on a settlement in default.
    let fromAlways: Set<Status>
    /// ``from`` in the order of the life cycle, for those who are told.
    let fromInOrder: [Status]
  }

  /// One move that nobody asks for: a deadline that falls due, or what follows from a payment.
  package struct OwnMove: Sendable {
    package let rule: String
    package let move: Move
  }

  /// The row of an act. Each act has exactly one; a test walks all of them.
  package static func row(of action: Action) -> Row? { rowsByAction[action] }

  package static let rows: [Row] =
    intakeRows + recordRows + negotiationRows + settlementRows + biddingRows + mediationRows
    + neutralRows + arbitrationRows + legalRows + endRows + procedureRows + secrecyRows

  private static let rowsByAction: [Action: Row] = Dictionary(
    rows.map { ($0.action, $0) }, uniquingKeysWith: { first, _ in first })

  static func row(
    _ action: Action, _ rule: String, by who: Set<Standing>, _ moves: [Move] = [],
    stays: Set<Status> = [], _ recording: Recording = .no, of proceeding: Proceeding = .dispute
  ) -> Row {
    let from = moves.reduce(into: stays) { $0.formUnion($1.from) }
    return Row(
      action: action, rule: rule, who: who, moves: moves, stays: stays, recording: recording,
      proceeding: proceeding, from: from,
      fromAlways: moves.filter { !$0.onDefaultOnly }.reduce(into: stays) {
        $0.formUnion($1.from)
      }, fromInOrder: from.inOrder)
  }

  /// Whether some rule makes this move.
  package static func allows(_ transition: Transition) -> Bool {
    func fits(_ move: Move) -> Bool {
      move.from.contains(transition.from) && move.to.contains(transition.to)
        && (transition.isBeside || !move.opensBeside)
    }
    return rows.contains { row in
      row.moves.contains { ($0.rule ?? row.rule) == transition.rule && fits($0) }
    }
      || ownMoves.contains { $0.rule == transition.rule && fits($0.move) }
  }
}
