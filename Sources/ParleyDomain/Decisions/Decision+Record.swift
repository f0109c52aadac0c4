extension Decision {
  mutating func actOnRecord(_ command: Command) throws(Refusal) {
    switch command {
    case .addExhibit(let offer): try addExhibit(offer)
    case .publishNote(let note, let offer): try publish(note, as: offer)
    case .logCall(let note): try logCall(note)
    case .addNote(let place):
      if place == .mediation || place.isCaucus { try checkMediationBegan(.addNote) }
      let number = dispute.records(in: place).notes.count + 1
      enter(.noteAdded, words: words("note", numbered: "\(number)"), in: place)
    case .sealExhibit(let id, let readers):
      try checkSealable(id, .sealExhibit)
      for same in dispute.sayingTheSame(as: id) where caseFile.seals[same] == nil {
        enter(.exhibitSealed(same, readers: readers), words: sealWords(same))
      }
    case .unsealExhibit(let id):
      try checkProof(id, .unsealExhibit)
      guard let seal = caseFile.seals[id] else { throw unmet(.notSealed, .unsealExhibit) }
      // A ruling that struck it is undone by who rules.
      if seal == .struck, !standings.contains(.arbitrator) {
        throw .notPermitted(.unsealExhibit, needs: [.arbitrator])
      }
      for same in dispute.sayingTheSame(as: id) where caseFile.seals[same] == seal {
        enter(.exhibitUnsealed(same), words: sealWords(same))
      }
    case .strikeExhibit(let id):
      try checkSealable(id, .strikeExhibit)
      for same in dispute.sayingTheSame(as: id) where caseFile.seals[same] != .struck {
        enter(.exhibitStruck(same), words: sealWords(same))
      }
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

  private mutating func addExhibit(_ asked: ExhibitOffer) throws(Refusal) {
    let offer = asked.with(asked.rendition, tendered: false, filer: askingAs)
    let place = offer.compartment
    if place == .mediation || place.isCaucus { try checkMediationBegan(.addExhibit) }
    if let number = offer.attachedTo {
      let letter = dispute.records(in: place).exhibits.first { $0.id.number == number }
      guard letter?.offer.kind == .email else {
        throw .invalid([FieldProblem("attached_to", "Give an e-mail in the same compartment.")])
      }
    }
    if offer.madeForMediation, place != .mediation, !place.isCaucus, place.base != .neutralPrivate {
      // UMA s. 4(a): what is made for the mediation stays there; what existed before is filed by
      // its owner as an own copy, and is then not declared as made for it (s. 4(c)).
      guard place == .caseFile else { throw unmet(.mediationPrivileged, .addExhibit) }
      let waiver = try waiverInForce(for: nil, ofMediator: false, .addExhibit)
      try checkRecordOpen(.addExhibit)
      return admit(offer, words: words("exhibit"), from: .mediation, under: waiver)
    }
    // What comes when the record is closed is refused, unless it is tendered with a reason: then it is
    // taken, marked late, and left out until the arbitrator has ruled on it.
    let isTendered = place == .caseFile && caseFile.status == .recordClosed && asked.tendered
    if place == .caseFile, !isTendered { try checkRecordOpen(.addExhibit) }
    let (placed, original) = try placed(offer)
    let made = add(
      placed.with(placed.rendition, tendered: isTendered),
      late: place == .caseFile && (isLate || isTendered))
    if let original { enter(.renditionFiled(.redactedCopy, of: original, as: made)) }
    inheritSeal(placed, made)
  }

  @discardableResult
  private mutating func add(_ offer: ExhibitOffer, late: Bool) -> ExhibitID {
    let place = offer.compartment
    let number = (dispute.records(in: place).exhibits.map(\.id.number).max() ?? 0) + 1
    enter(
      .exhibitAdded(offer, number: number, late: late),
      words: words("exhibit", numbered: "\(place.exhibitPrefix)-\(number)"))
    return ExhibitID(compartment: place, number: number)
  }

  private func checkRecordOpen(_ action: Action) throws(Refusal) {
    guard caseFile.status != .recordClosed, caseFile.status != .awardIssued else {
      throw unmet(
        .recordIsClosed, action,
        next: caseFile.status == .recordClosed ? NextStep(.reopenRecord, by: .arbitrator) : nil)
    }
  }

  /// A note becomes part of the case as a new exhibit made of it, never by a change of class. Only
  /// what one's own side wrote, and only where nobody else's secret is in it: what was shared among
  /// the parties needs their consent, what belongs to the mediation a waiver in force. Of a separate
  /// meeting the side itself decides under such a waiver; of the mediator's words, the mediator too.
  private mutating func publish(
    _ note: NoteReference, as offer: ExhibitOffer
  ) throws(Refusal) {
    guard let side else { throw .notFound }
    let place = note.compartment
    let held = dispute.records(in: place)
    let author: Author?
    let text: String?
    switch note.kind {
    case .note:
      author = held.notes.first { $0.number == note.number }?.author
      text = held.text(of: note.number)
    case .call:
      author = held.calls.first { $0.number == note.number }.map { Author($0.by) }
      text = held.words["call.\(note.number).text"]
    }
    guard let author else { throw .notFound }
    guard text != nil else { throw unmet(.alreadyErased, .publishNote) }
    let isOfCaucus = place.isCaucus && author == .mediator
    guard author == Author(side) || isOfCaucus else {
      throw .notPermitted(
        .publishNote, needs: [author.side?.standing ?? .mediator])
    }
    switch place.base {
    case .caseFile:
      throw .invalid([FieldProblem("source", "It is part of the case already.")])
    case .settlement: throw unmet(.consentMissing, .publishNote)
    case .mediation, .caucus:
      let item: MediationItem? =
        place.isCaucus ? nil : note.kind == .note ? .note(note.number) : .call(note.number)
      let waiver = try waiverInForce(for: item, ofMediator: isOfCaucus, .publishNote)
      try checkRecordOpen(.publishNote)
      admit(offer, words: words("exhibit"), from: place, under: waiver)
    default:
      try checkRecordOpen(.publishNote)
      add(offer.with(offer.rendition, filer: askingAs), late: isLate)
    }
    if let made = dispute.records(in: .caseFile).exhibits.last?.id {
      enter(.notePublished(note, exhibit: made))
    }
  }

  var isMediating: Bool {
    caseFile.mediationStatus != nil && caseFile.mediationEndedAt == nil
  }

  func checkMediationBegan(_ action: Action) throws(Refusal) {
    guard caseFile.hasMediationBegun else {
      throw dispute.wrongStage(action, allowed: Set<Status>.stage(.mediation))
    }
  }
}

extension Compartment {
  var isCaucus: Bool {
    if case .caucus = base { true } else { false }
  }
}
