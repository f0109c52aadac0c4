extension Dispute {
  /// First of the checks: whether the caller may know of this dispute, and whether somebody of
  /// this standing does such a thing at all. Refuses with `notFound` before anything else, so that
  /// a stranger learns nothing, and then with `notPermitted`.
  package func checkAccess(_ filing: Filing, given: Given) throws(Refusal) {
    if case .joinDispute(let side, let counsel) = filing.command {
      return try checkInvitation(Invitation(side: side, counsel: counsel), filing.actor)
    }
    let action = filing.command.action
    let standings = standings(of: filing.actor)
    guard sight(of: .caseFile, for: standings, in: self) > .none else { throw .notFound }
    if filing.recordedFor == nil {
      try checkWho(action, filing.actor, standings, given: given)
    } else {
      let recorders: Set<Standing> = [.claimant, .claimantCounsel, .mediator, .administrator]
      guard !standings.isDisjoint(with: recorders) else {
        throw .notPermitted(action, needs: recorders.inOrder)
      }
    }
    if let place = filing.command.compartment(for: filing.recordedFor?.side ?? standings.side) {
      // What is named stands where it is named; what is new goes to the present tenure.
      let isNamed = filing.command.names(place)
      guard let now = isNamed ? place : caseFile.current(place) else {
        guard place.isRead(byAnyOf: standings) else {
          throw .notPermitted(action, needs: place.readers)
        }
        throw .limitReached(name: "seat_terms_max", maximum: Int64(Compartment.termsMax))
      }
      // Nobody adds to what was kept for a tenure that is over, the party that confided in it no more
      // than others.
      let isOver =
        !isNamed && (now.tenure.map { $0.term != caseFile.term(of: $0.kind) } ?? false)
      let isSeen = sight(of: now, for: standings, in: self) == .full
      // What is only named, and not seen, does not exist.
      if !isSeen, isNamed { throw .notFound }
      // A mediator puts nothing before an arbitrator: the report with its four facts is all (UMA s. 7).
      if place == .caseFile, standings == [.mediator] {
        throw .notPermitted(action, needs: place.readers.filter { $0 != .mediator })
      }
      guard !isOver, isSeen, filing.command.mayWrite(to: now.base) else {
        throw .notPermitted(action, needs: place.readers)
      }
    }
  }

  /// Whether somebody of these standings does such a thing at all.
  func checkWho(
    _ action: Action, _ actor: Actor, _ standings: Set<Standing>, given: Given
  ) throws(Refusal) {
    guard let row = LifeCycle.row(of: action) else { throw .notFound }
    var who = row.who
    switch action {
    case .appointNeutral:
      // Without an institution the parties appoint by agreement; with one, it does.
      who = given.hasInstitution ? [.administrator] : .parties
    case .grantApproval:
      if !actor.isSolePrincipal { who = [.supervisor] }
    // What a mediator says reaches no deciding body (UMA s. 7): no reasons once the mediation is over.
    case .extendDeadline:
      if caseFile.status.stage != .mediation { who.remove(.mediator) }
    case .placeHold, .liftHold:
      if actor.isSolePrincipal { who.insert(.claimant) }
    default: break
    }
    guard !standings.isDisjoint(with: who) else { throw .notPermitted(action, needs: who.inOrder) }
  }

  /// A seat is offered to somebody who is nobody here yet; without the offer there is nothing.
  private func checkInvitation(_ invitation: Invitation, _ actor: Actor) throws(Refusal) {
    let standings = standings(of: actor)
    guard caseFile.invitations.contains(invitation) else {
      guard sight(of: .caseFile, for: standings, in: self) > .none else { throw .notFound }
      guard !caseFile.people.contains(where: { $0.member == actor.member }) else {
        throw unmet(.alreadyJoined, .joinDispute)
      }
      throw .notPermitted(.joinDispute, needs: [])
    }
  }
}

extension Command {
  /// The compartment the author chose to write to, if the command lets one choose.
  fileprivate func compartment(for side: Side?) -> Compartment? {
    switch self {
    case .addExhibit(let offer): offer.compartment
    case .addNote(let place): place
    case .logCall(let note): note.compartment ?? side.map { .partyPrivate($0) }
    case .addMediationNote(let kind): kind.compartment
    case .addDeliberationNote: .deliberation
    case .publishNote(let note, _): note.compartment
    case .linkExhibit(let exhibit, _): exhibit.compartment
    case .requestErasure(let target, _): target.compartment
    case .grantErasure(let place, _), .refuseErasure(let place, _): place
    default: nil
    }
  }

  /// Whether it is about something that stands in the compartment.
  fileprivate func names(_ place: Compartment) -> Bool {
    switch self {
    case .publishNote, .linkExhibit, .requestErasure, .grantErasure, .refuseErasure: true
    default: false
    }
  }

  /// Which compartments take such a thing. A private note becomes part of the case only as an
  /// exhibit made of it; deliberation and the mediator's notes have commands of their own.
  fileprivate func mayWrite(to place: Compartment) -> Bool {
    switch (self, place) {
    case (.addExhibit, .bid), (.addExhibit, .internal): false
    case (.addNote, .partyPrivate), (.addNote, .settlement), (.addNote, .mediation),
      (.addNote, .caucus), (.addNote, .internal):
      true
    case (.addNote, _): false
    case (.logCall, .partyPrivate), (.logCall, .caseFile), (.logCall, .mediation): true
    case (.logCall, _): false
    default: true
    }
  }
}

extension Compartment {
  /// Who reads it in full, in a fixed order.
  fileprivate var readers: [Standing] {
    Standing.allCases.filter { $0.sight(of: self) == .full }
  }

  /// Whether one of these reads it, in a tenure of his own.
  fileprivate func isRead(byAnyOf standings: Set<Standing>) -> Bool {
    standings.contains { $0.sight(of: self) == .full }
  }
}

extension Set<Standing> {
  var inOrder: [Standing] { sorted { $0.rank < $1.rank } }
}

extension Set<Status> {
  var inOrder: [Status] { Status.allCases.filter(contains) }
}
