extension Decision {
  mutating func actOnNeutral(_ command: Command) throws(Refusal) {
    guard let seat = caseFile.seatInPlay(for: standings) else { throw .notFound }
    if case .nominateNeutral(let member) = command { return try nominate(member, for: seat) }
    if let seated = caseFile.neutral(on: seat), seated.step == .appointed {
      return try actOnSeated(command, seated)
    }
    guard let nominee = caseFile.nominee(for: seat) else {
      throw .lost(command.action, rule: "T12")
    }
    let number = caseFile.neutrals.filter { $0.seat == seat }.count
    switch command {
    case .declineNomination:
      goBack(
        .nominationDeclined(seat, nominee.member), seat,
        words: words("nomination", numbered: "\(seat.rawValue)-\(number)"))
    case .discloseConflicts(let disclosure):
      try checkDisclosed(disclosure, nominee)
      disclose(disclosure, seat, nominee.member, number: number)
    case .objectToNeutral(let ground):
      try object(ground, seat, nominee.member, number: number)
    case .ruleOnObjection(let upheld):
      let text = words("ruling", numbered: "\(seat.rawValue)-\(number)")
      let event = Event.objectionRuled(seat, nominee.member, upheld: upheld)
      if upheld { goBack(event, seat, words: text) } else { enter(event, words: text) }
    case .waiveConflict:
      guard let side else { throw .notFound }
      enter(.conflictWaived(seat, nominee.member, by: side))
    case .appointNeutral(let member):
      guard member == nominee.member else { throw .lost(.appointNeutral, rule: "T12") }
      try appoint(nominee, seat)
    default: break
    }
  }

  /// What happens to somebody who sits already: a conflict learned of later is disclosed, objected
  /// to and ruled on as before an appointment (12 V.S.A. 5718(f)); or the neutral steps down.
  private mutating func actOnSeated(_ command: Command, _ seated: Neutral) throws(Refusal) {
    let seat = seated.seat
    let number = caseFile.neutrals.filter { $0.seat == seat }.count
    switch command {
    case .recuseNeutral:
      vacate(
        .neutralRecused(seat, seated.member), seat,
        words: words("recusal", numbered: "\(seat.rawValue)-\(number)"))
    case .discloseConflicts(let disclosure):
      guard disclosure.acceptsAppointment else {
        throw .invalid([FieldProblem("accepts_appointment", "Who sits steps down by recusal.")])
      }
      try checkDisclosed(disclosure, seated)
      enter(
        .conflictsDisclosed(
          seat, seated.member, disclosure, objectBy: end(afterDays: profile.objectionDays)),
        words: words("disclosure", numbered: "\(seat.rawValue)-\(number)-later"))
    case .objectToNeutral(let ground):
      guard let side else { throw .notFound }
      enter(
        .neutralObjected(seat, seated.member, ground, by: side),
        words: words("objection", numbered: "\(seat.rawValue)-\(number)-later"))
      if !given.hasInstitution {
        vacate(.objectionRuled(seat, seated.member, upheld: true), seat)
      }
    case .ruleOnObjection(let upheld):
      let text = words("ruling", numbered: "\(seat.rawValue)-\(number)-later")
      let event = Event.objectionRuled(seat, seated.member, upheld: upheld)
      if upheld { vacate(event, seat, words: text) } else { enter(event, words: text) }
    default: throw .lost(command.action, rule: "T12")
    }
  }

  /// A seat falls vacant: the clocks stand still until it is filled again, and only what is in the
  /// case file goes to the successor.
  private mutating func vacate(_ event: Event, _ seat: Seat, words: [Word] = []) {
    goBack(event, seat, words: words)
    enter(
      .holdPlaced(
        HoldTerms(kind: .neutralVacancy, seat: seat), number: nextHoldNumber, endsAt: nil))
  }

  /// Only somebody of the panel, who is nothing to either party (12 V.S.A. 5718) and, for an
  /// arbitrator, was not the mediator of the matter.
  private mutating func nominate(_ member: MemberID, for seat: Seat) throws(Refusal) {
    let role: Role = seat == .mediator ? .mediator : .arbitrator
    guard let person = given.people[member], person.roles.contains(role) else {
      throw unmet(.notOnPanel, .nominateNeutral)
    }
    let isParty = caseFile.people.contains { $0.member == member } || member == caseFile.owner
    guard person.organization != caseFile.organization, !isParty else {
      throw unmet(.conflictOfInterest, .nominateNeutral)
    }
    try checkMediator(member, nominatedFor: seat)
    moveSeat(
      .neutralNominated(seat, member), seat, mediation: .mediatorNominated,
      arbitration: .arbitratorNominated)
    enter(.conflictsChecked(seat, member, given.conflicts[member] ?? .none))
  }

  private mutating func goBack(_ event: Event, _ seat: Seat, words: [Word] = []) {
    moveSeat(event, seat, mediation: .mediationConsented, arbitration: .answered, words: words)
  }

  /// Moves the proceeding of a seat.
  private mutating func moveSeat(
    _ event: Event, _ seat: Seat, mediation: Status, arbitration: Status, words: [Word] = []
  ) {
    switch seat {
    case .mediator: moveMediation(event, to: mediation, rule: "T12", words: words)
    case .arbitrator: move(event, to: arbitration, rule: "T17", words: words)
    }
  }

  private mutating func disclose(
    _ disclosure: ConflictDisclosure, _ seat: Seat, _ member: MemberID, number: Int
  ) {
    let text = words("disclosure", numbered: "\(seat.rawValue)-\(number)")
    if !disclosure.acceptsAppointment {
      goBack(.nominationDeclined(seat, member), seat, words: text)
    } else {
      enter(
        .conflictsDisclosed(
          seat, member, disclosure, objectBy: end(afterDays: profile.objectionDays)),
        words: text)
    }
  }

  private mutating func object(
    _ ground: ObjectionGround, _ seat: Seat, _ member: MemberID, number: Int
  ) throws(Refusal) {
    guard let side else { throw .notFound }
    enter(
      .neutralObjected(seat, member, ground, by: side),
      words: words("objection", numbered: "\(seat.rawValue)-\(number)"))
    // Where no institution hears it, there is no agreement on this nominee.
    if !given.hasInstitution { goBack(.objectionRuled(seat, member, upheld: true), seat) }
  }

  private mutating func appoint(_ nominee: Neutral, _ seat: Seat) throws(Refusal) {
    if !given.hasInstitution {
      guard let side else { throw .notFound }
      enter(.nomineeAgreed(seat, nominee.member, by: side))
      guard let agreed = caseFile.neutral(on: seat)?.agreedBy,
        agreed.count == Side.allCases.count
      else { return }
    }
    moveSeat(
      .neutralAppointed(seat, nominee.member), seat, mediation: .inSession,
      arbitration: .constituted)
    endHolds { $0.kind == .neutralVacancy && ($0.seat ?? seat) == seat }
  }
}
