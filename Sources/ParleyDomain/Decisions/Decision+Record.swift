extension Decision {
  mutating func actOnRecord(_ command: Command) throws(Refusal) {
    switch command {
    case .addExhibit(let offer): try addExhibit(offer)
    case .logCall(let note): try logCall(note)
    case .addNote(let place):
      if place == .mediation || place.isCaucus { try checkMediationBegan(.addNote) }
      let number = dispute.records(in: place).notes + 1
      enter(.noteAdded, words: words("note", numbered: "\(number)"), in: place)
    case .sealExhibit(let id, let readers):
      try checkSealable(id, .sealExhibit)
      enter(.exhibitSealed(id, readers: readers), words: sealWords(id))
    case .unsealExhibit(let id):
      try checkProof(id, .unsealExhibit)
      guard let seal = caseFile.seals[id] else { throw unmet(.notSealed, .unsealExhibit) }
      // A ruling that struck it is undone by who rules.
      if seal == .struck, !standings.contains(.arbitrator) {
        throw .notPermitted(.unsealExhibit, needs: [.arbitrator])
      }
      enter(.exhibitUnsealed(id), words: sealWords(id))
    case .strikeExhibit(let id):
      try checkSealable(id, .strikeExhibit)
      enter(.exhibitStruck(id), words: sealWords(id))
    default: break
    }
  }

  /// Only what is in the case file is sealed; every other compartment is closed enough.
  private func checkSealable(_ id: ExhibitID, _ action: Action) throws(Refusal) {
    try checkProof(id, action)
    switch (caseFile.seals[id], action) {
    case (nil, _), (.sealed, .strikeExhibit): break
    default: throw .alreadyExists(what: "seal")
    }
  }

  private func sealWords(_ id: ExhibitID) -> [Word] { words("seal", numbered: "E-\(id.number)") }

  private mutating func addExhibit(_ offer: ExhibitOffer) throws(Refusal) {
    let place = offer.compartment
    if place == .mediation || place.isCaucus { try checkMediationBegan(.addExhibit) }
    if offer.madeForMediation, place != .mediation, !place.isCaucus, place != .neutralPrivate {
      // UMA s. 4(a): what is made for the mediation stays there; what existed before is filed by
      // its owner as an own copy, and is then not declared as made for it (s. 4(c)).
      throw unmet(.mediationPrivileged, .addExhibit)
    }
    var isLate = false
    if place == .caseFile {
      guard caseFile.status != .recordClosed, caseFile.status != .awardIssued else {
        throw unmet(
          .recordIsClosed, .addExhibit,
          next: caseFile.status == .recordClosed
            ? NextStep(.reopenRecord, by: .arbitrator) : nil)
      }
      if let exchangeOver = dispute.openDeadline(.exchange) { isLate = exchangeOver <= at }
    }
    let number = (dispute.records(in: place).exhibits.map(\.id.number).max() ?? 0) + 1
    enter(
      .exhibitAdded(offer, number: number, late: isLate),
      words: words("exhibit", numbered: "\(place.exhibitPrefix)-\(number)"))
  }

  private mutating func logCall(_ note: CallNote) throws(Refusal) {
    guard let side else { throw .notPermitted(.logCall, needs: Set<Standing>.parties.inOrder) }
    if note.startedAt > at {
      throw .invalid([FieldProblem("start_time", "Must not lie ahead.")])
    }
    let place = note.compartment ?? (isMediating ? .mediation : .partyPrivate(side))
    if place == .mediation { try checkMediationBegan(.logCall) }
    let placed = CallNote(
      direction: note.direction, startedAt: note.startedAt, durationSeconds: note.durationSeconds,
      outcome: note.outcome, compartment: place, promised: note.promised,
      promisedBy: note.promisedBy)
    let number = (dispute.records(in: place).calls.map(\.number).max() ?? 0) + 1
    enter(
      .callLogged(placed, number: number, by: side), words: words("call", numbered: "\(number)"))
  }

  /// The class of mediation begins with the first invitation (UMA s. 2(2)).
  private var hasMediationBegun: Bool {
    caseFile.hasMediationBegun
  }

  private var isMediating: Bool {
    caseFile.mediationStatus != nil && caseFile.mediationEndedAt == nil
  }

  private func checkMediationBegan(_ action: Action) throws(Refusal) {
    guard hasMediationBegun else {
      throw dispute.wrongStage(action, allowed: Set<Status>.stage(.mediation))
    }
  }
}

extension Compartment {
  var isCaucus: Bool {
    if case .caucus = self { true } else { false }
  }
}
