extension Decision {
  mutating func actOnExhibit(_ command: Command) throws(Refusal) {
    switch command {
    case .linkExhibit(let id, let items): try link(id, to: items)
    case .objectToExhibit(let id, let ground): try object(to: id, ground)
    case .withdrawExhibitObjection(let number): try withdrawObjection(number)
    case .ruleOnExhibit(let number, let ruling): try rule(on: number, ruling)
    case .noticeDeficiency(let id, let lack, let cureBy):
      try notice(id, lack, cureBy: cureBy)
    default: break
    }
  }

  /// Only whoever filed an exhibit says what it is to show.
  private mutating func link(_ id: ExhibitID, to items: [Int]) throws(Refusal) {
    guard let exhibit = dispute.exhibit(id), dispute.reads(id, with: standings) else {
      throw .notFound
    }
    try checkFiler(of: exhibit, .linkExhibit)
    guard exhibit.items != items else { throw .alreadyExists(what: "link") }
    enter(.exhibitLinked(id, items: items))
  }

  /// A side objects to what the other one, or a neutral, put into the case, while the time for it runs.
  /// It objects once on each ground.
  private mutating func object(
    to id: ExhibitID, _ ground: ExhibitObjectionGround
  ) throws(Refusal) {
    guard let side else { throw .notFound }
    let exhibit = try readable(id, .objectToExhibit)
    guard dispute.author(of: exhibit) != Author(side) else {
      throw unmet(.ownExhibit, .objectToExhibit)
    }
    guard caseFile.seals[id] != .struck else { throw .alreadyExists(what: "seal") }
    let isRepeated = caseFile.exhibitObjections.contains {
      $0.exhibit == id && $0.ground == ground && $0.by == side
    }
    guard !isRepeated else { throw .alreadyExists(what: "objection") }
    let ends = dispute.exhibitObjectionEnd(of: exhibit, profile: profile, zone: given.zone)
    if let ends, at >= ends { throw unmet(.exhibitObjectionOver, .objectToExhibit) }
    let number = caseFile.exhibitObjections.count + 1
    enter(
      .exhibitObjected(id, ground, number: number, by: side),
      words: words("exhibitObjection", of: id, "objection", number))
  }

  /// Takes back an objection, as long as it is not ruled on: the exhibit stands again as if nobody had
  /// objected on that ground. Only the side that raised it; what the rules themselves hold against an
  /// exhibit nobody takes back. On that ground it is not raised anew, so that no objection is kept in
  /// reserve for a better moment.
  private mutating func withdrawObjection(_ number: Int) throws(Refusal) {
    guard let found = caseFile.exhibitObjections.first(where: { $0.number == number }),
      found.by == side || dispute.reads(found.exhibit, with: standings)
    else { throw unmet(.noExhibitObjection, .withdrawExhibitObjection) }
    guard let side, found.by == side else {
      throw .notPermitted(
        .withdrawExhibitObjection, needs: [found.by?.standing].compactMap(\.self))
    }
    guard found.withdrawnAt == nil else { throw .alreadyExists(what: "withdrawal") }
    guard found.ruling == nil else { throw unmet(.objectionRuled, .withdrawExhibitObjection) }
    enter(
      .exhibitObjectionWithdrawn(found.exhibit, objection: number, by: side),
      words: words("exhibitWithdrawal", of: found.exhibit, "withdrawal", number))
  }

  /// The arbitrator may think better of a ruling before the award; what was ruled last counts.
  private mutating func rule(on number: Int, _ ruling: ExhibitRuling) throws(Refusal) {
    guard let found = caseFile.exhibitObjections.first(where: { $0.number == number }) else {
      throw unmet(.noExhibitObjection, .ruleOnExhibit)
    }
    guard found.withdrawnAt == nil else { throw unmet(.objectionWithdrawn, .ruleOnExhibit) }
    guard found.ruling != ruling || ruling == .limited else {
      throw .alreadyExists(what: "ruling")
    }
    enter(
      .exhibitRuled(found.exhibit, objection: number, ruling),
      words: words("exhibitRuling", of: found.exhibit, "ruling", number))
  }

  /// Says what an exhibit lacks and until when it is to be supplied. A new version of it supplies it;
  /// past that day the exhibit waits for a ruling.
  private mutating func notice(
    _ id: ExhibitID, _ lack: ExhibitLack, cureBy: CivilDate
  ) throws(Refusal) {
    let exhibit = try readable(id, .noticeDeficiency)
    guard cureBy > today else {
      throw .invalid([FieldProblem("cure_by_date", "Must be after today.")])
    }
    guard exhibit.supersededBy == nil else { throw unmet(.exhibitSuperseded, .noticeDeficiency) }
    let isOpen = caseFile.deficiencies.contains {
      $0.exhibit == id && $0.lack == lack && $0.state == .open
    }
    guard !isOpen else { throw .alreadyExists(what: "deficiency") }
    let number = caseFile.deficiencies.count + 1
    enter(
      .deficiencyNoticed(
        id, lack, number: number, cureBy: profile.end(of: cureBy, in: given.zone)),
      words: words("exhibitDeficiency", of: id, "deficiency", number))
  }

  /// An exhibit of the case that whoever acts reads. One that is sealed from that person is as one
  /// that is missing.
  private func readable(_ id: ExhibitID, _ action: Action) throws(Refusal) -> Exhibit {
    try checkProof(id, action)
    guard let exhibit = dispute.exhibit(id), dispute.reads(id, with: standings) else {
      throw unmet(.documentMissing, action)
    }
    return exhibit
  }

  private func checkFiler(of exhibit: Exhibit, _ action: Action) throws(Refusal) {
    guard dispute.author(of: exhibit) == askingAs else {
      throw .notPermitted(
        action, needs: [dispute.author(of: exhibit).side?.standing ?? .administrator])
    }
  }

  private func words(
    _ prefix: String, of id: ExhibitID, _ name: String, _ number: Int
  ) -> [Word] {
    let label = "\(id.compartment.exhibitPrefix)-\(id.number)"
    return words(prefix).map { word in
      Word("exhibit.\(label).\(name).\(number)" + word.path.dropFirst(prefix.count), word.text)
    }
  }
}

// Exhibits that are made of others.
extension Decision {
  /// The offer as it is entered, and the original where that stands elsewhere. What is not seen is as
  /// what is not there.
  ///
  /// * A new version stands where the old one does, is filed by whoever filed that, and takes the place
  ///   of the newest.
  /// * A translation stands where the original does: who reads the one reads the other.
  /// * A redacted copy may be published of what a side keeps for itself. What was confided to others, or
  ///   said for the mediation, is not published by copying it: its owner files a copy of its own, which
  ///   names nothing (UMA s. 4(c)), or it is opened by a waiver.
  func placed(_ offer: ExhibitOffer) throws(Refusal) -> (offer: ExhibitOffer, original: ExhibitID?)
  {
    guard let rendition = offer.rendition, let id = rendition.original else { return (offer, nil) }
    let place = offer.compartment
    guard let original = dispute.exhibit(id), dispute.reads(id, with: standings),
      sight(of: id.compartment, for: standings, in: dispute) == .full
    else { throw .invalid([FieldProblem("rendition.original", "There is no such exhibit.")]) }
    switch rendition.kind {
    case .newVersion:
      try checkFiler(of: original, .addExhibit)
      guard original.supersededBy == nil else {
        throw unmet(.exhibitSuperseded, .addExhibit)
      }
    case .translation, .redactedCopy: break
    }
    if id.compartment == place { return (offer, nil) }
    guard rendition.kind == .redactedCopy else {
      throw .invalid([
        FieldProblem("compartment", "Must be where the original stands.")
      ])
    }
    guard case .partyPrivate = id.compartment.base else {
      throw unmet(
        id.compartment == .settlement ? .consentMissing : .mediationPrivileged, .addExhibit)
    }
    return (offer.with(Rendition(.redactedCopy, of: nil, certified: rendition.certified)), id)
  }

  /// What says the same as a sealed exhibit is sealed with it.
  mutating func inheritSeal(_ offer: ExhibitOffer, _ made: ExhibitID) {
    guard let rendition = offer.rendition, rendition.kind.saysTheSame,
      let original = rendition.original, let seal = caseFile.seals[original]
    else { return }
    let reason = dispute.records(in: .caseFile).words["seal.E-\(original.number).reason"]
    let words = reason.map { [Word("seal.E-\(made.number).reason", $0)] } ?? []
    switch seal {
    case .sealed(let readers): enter(.exhibitSealed(made, readers: readers), words: words)
    case .struck: enter(.exhibitStruck(made), words: words)
    }
  }
}

extension ExhibitOffer {
  func with(
    _ rendition: Rendition?, tendered: Bool? = nil, filer: Author? = nil
  ) -> ExhibitOffer {
    ExhibitOffer(
      kind: kind, compartment: compartment, hash: hash, byteCount: byteCount,
      mediaType: mediaType, direction: direction, occurredAt: occurredAt, items: items,
      madeForMediation: madeForMediation, attachedTo: attachedTo, provenance: provenance,
      rendition: rendition, tendered: tendered ?? self.tendered, filer: filer ?? self.filer)
  }
}

extension Dispute {
  /// For whom an exhibit was filed.
  package func author(of exhibit: Exhibit) -> Author {
    exhibit.offer.filer ?? author(exhibit.by)
  }

  /// Nobody decides while it is open what is decided on.
  func checkRulingsMade() throws(Refusal) {
    guard caseFile.exhibitObjections.contains(where: \.isOpen) else { return }
    throw unmet(
      .rulingsOutstanding, .issueAward, next: NextStep(.ruleOnExhibit, by: .arbitrator))
  }
}
