extension Decision {
  mutating func actOnWaiver(_ command: Command) throws(Refusal) {
    switch command {
    case .proposeWaiver(let scope):
      guard let side else { throw .notFound }
      let items = try items(of: scope)
      let number = (dispute.mediation.waivers.map(\.number).max() ?? 0) + 1
      enter(
        .waiverProposed(number: number, by: side, whole: scope.whole, items: items),
        words: words("waiver", numbered: "\(number)"))
    case .signWaiver(let number, let ownNotes): try sign(waiver(number), ownNotes: ownNotes)
    case .withdrawWaiver(let number):
      guard let side else { throw .notFound }
      let waiver = try waiver(number)
      switch waiver.step {
      case .inForce: throw unmet(.waiverInForce, .withdrawWaiver)
      case .withdrawn: throw .lost(.withdrawWaiver, rule: "W3")
      case .proposed: enter(.waiverWithdrawn(number: number, by: side))
      }
    default: break
    }
  }

  private func waiver(_ number: Int) throws(Refusal) -> Waiver {
    guard let found = dispute.mediation.waivers.first(where: { $0.number == number }) else {
      throw .notFound
    }
    return found
  }

  /// What a scope comes to now. What came into the case before needs no further waiver.
  private func items(of scope: WaiverScope) throws(Refusal) -> [MediationItem] {
    let held = dispute.records(in: .mediation)
    let before = dispute.mediation.waivers.reduce(into: Set<MediationItem>()) {
      $0.formUnion($1.admitted)
    }
    if scope.whole {
      let all =
        held.exhibits.map { MediationItem.exhibit($0.id.number) }
        + held.notes.map { .note($0.number) } + held.calls.map { .call($0.number) }
      let items = all.filter { !before.contains($0) && exists($0, in: held) }
      guard !items.isEmpty else { throw unmet(.nothingToWaive, .proposeWaiver) }
      return items
    }
    var problems = Problems()
    for item in scope.items where !exists(item, in: held) {
      problems.add(item.field, "There is nothing of number \(item.number) in the mediation.")
    }
    guard problems.found.isEmpty else { throw .invalid(problems.found) }
    let items = scope.items.filter { !before.contains($0) }
    guard !items.isEmpty else { throw unmet(.nothingToWaive, .proposeWaiver) }
    return items
  }

  private func exists(_ item: MediationItem, in held: CompartmentRecords) -> Bool {
    switch item {
    case .exhibit(let number): held.exhibits.contains { $0.id.number == number && !$0.erased }
    case .note(let number): held.text(of: number) != nil
    case .call(let number): held.words["call.\(number).text"] != nil
    }
  }

  /// The waiver is in force when the last party signs; the mediator's signature opens what that
  /// mediator wrote, then or later, and never what an earlier mediator did.
  private mutating func sign(_ waiver: Waiver, ownNotes: Bool) throws(Refusal) {
    let action = Action.signWaiver
    guard waiver.step != .withdrawn else { throw .lost(action, rule: "W2") }
    if let side {
      guard !ownNotes else {
        throw .invalid([FieldProblem("own_notes", "Only a mediator has notes of that kind.")])
      }
      guard !waiver.signedBy.contains(side) else { throw unmet(.alreadySigned, action) }
      enter(.waiverSigned(number: waiver.number, .party(side)))
    } else {
      guard waiver.mediator == nil else { throw unmet(.alreadySigned, action) }
      enter(.waiverSigned(number: waiver.number, .mediator(ownNotes: ownNotes)))
    }
    let signed = try self.waiver(waiver.number)
    guard signed.missing.isEmpty else { return }
    try admit(signed)
  }

  /// Files copies in the case: the arbitrator's chain stays the case file alone, its numbers run on,
  /// and nothing in it tells how much was not opened.
  private mutating func admit(_ waiver: Waiver) throws(Refusal) {
    guard caseFile.status != .recordClosed, caseFile.status != .awardIssued else {
      throw unmet(
        .recordIsClosed, .signWaiver,
        next: caseFile.status == .recordClosed ? NextStep(.reopenRecord, by: .arbitrator) : nil)
    }
    let number = waiver.caseNumber ?? (caseFile.waivers.map(\.number).max() ?? 0) + 1
    let before = dispute.mediation.waivers.reduce(into: Set<MediationItem>()) {
      $0.formUnion($1.admitted)
    }
    let held = dispute.records(in: .mediation)
    let items = waiver.items.filter {
      !before.contains($0) && exists($0, in: held) && isOpen($0, in: held, under: waiver)
    }
    enter(
      .waiverTookEffect(number: waiver.number, caseNumber: number, items: items))
    enter(
      .privilegeWaived(number: number, whole: waiver.whole, byMediator: waiver.mediator != nil))
    for item in items { admit(item, held, from: .mediation, under: number) }
    guard waiver.ownNotes, let place = caseFile.current(.neutralPrivate) else { return }
    let own = dispute.records(in: place)
    let notes =
      own.exhibits.map { MediationItem.exhibit($0.id.number) }
      + own.notes.map { .note($0.number) }
    for item in notes where exists(item, in: own) {
      admit(item, own, from: place, under: number)
    }
  }

  /// A party's communication; the mediator's own, once that mediator has waived.
  private func isOpen(
    _ item: MediationItem, in held: CompartmentRecords, under waiver: Waiver
  ) -> Bool {
    let by: MemberID?
    switch item {
    case .exhibit(let number): by = held.exhibits.first { $0.id.number == number }?.by
    case .note(let number):
      let note = held.notes.first { $0.number == number }
      if note?.author.side != nil { return true }
      by = note?.by
    case .call: return true
    }
    return dispute.author(by) != .mediator || (by != nil && by == waiver.mediator)
  }

  private mutating func admit(
    _ item: MediationItem, _ held: CompartmentRecords, from place: Compartment,
    under waiver: Int
  ) {
    switch item {
    case .exhibit(let number):
      guard let exhibit = held.exhibits.first(where: { $0.id.number == number }) else { return }
      let old = "exhibit.\(place.exhibitPrefix)-\(number)."
      let words = held.words.filter { $0.key.hasPrefix(old) }.sorted { $0.key < $1.key }
        .map { Word("exhibit." + $0.key.dropFirst(old.count), $0.value) }
      admit(exhibit.offer, words: words, from: place, under: waiver)
    case .note(let number):
      guard let note = held.notes.first(where: { $0.number == number }),
        let text = held.text(of: number)
      else { return }
      admit(.note, by: note.author, at: note.madeAt, [Word("admitted.text", text)], waiver)
    case .call(let number):
      guard let call = held.calls.first(where: { $0.number == number }) else { return }
      let old = "call.\(number)."
      let words = held.words.filter { $0.key.hasPrefix(old) }.sorted { $0.key < $1.key }
        .map { Word("admitted." + $0.key.dropFirst(old.count), $0.value) }
      admit(.call, by: Author(call.by), at: call.note.startedAt, words, waiver)
    }
  }

  private mutating func admit(
    _ kind: NoteKind, by author: Author, at madeAt: Instant, _ words: [Word], _ waiver: Int
  ) {
    let number = (caseFile.admitted.map(\.number).max() ?? 0) + 1
    enter(
      .communicationAdmitted(
        number: number, waiver: waiver, kind: kind, by: author, madeAt: madeAt),
      words: words.map {
        Word("admitted.\(number)" + $0.path.dropFirst("admitted".count), $0.text)
      })
  }

  /// Files an exhibit of the case under a waiver, with the words `exhibit.title` and so on.
  mutating func admit(
    _ offer: ExhibitOffer, words: [Word], from place: Compartment, under waiver: Int
  ) {
    let number = (dispute.records(in: .caseFile).exhibits.map(\.id.number).max() ?? 0) + 1
    enter(
      .exhibitAdmitted(
        offer.moved(to: .caseFile), number: number, late: isLate, waiver: waiver, from: place),
      words: words.map {
        Word("exhibit.E-\(number)" + $0.path.dropFirst("exhibit".count), $0.text)
      })
  }

  /// Whether evidence that is filed now comes after its time.
  var isLate: Bool { dispute.openDeadline(.exchange).map { $0 <= at } ?? false }

  /// The number, in the case, of a waiver under which material of the mediation as a whole, or one
  /// item of it, may be used. Throws what is missing: nobody waived, or not all whose it is. Who does
  /// not see the mediation learns of no waiver that is not in force.
  func waiverInForce(
    for item: MediationItem?, ofMediator: Bool, _ action: Action
  ) throws(Refusal) -> Int {
    if let open = caseFile.waivers.last(where: { $0.whole && (!ofMediator || $0.joinedByMediator) })
    {
      return open.number
    }
    guard sight(of: .mediation, for: standings, in: dispute) == .full else {
      throw unmet(.mediationPrivileged, action)
    }
    let covering = dispute.mediation.waivers.filter { waiver in
      waiver.step != .withdrawn && (waiver.whole || item.map(waiver.items.contains) ?? false)
    }
    for waiver in covering where waiver.step == .inForce && (!ofMediator || waiver.mediator != nil)
    {
      if let number = waiver.caseNumber { return number }
    }
    guard let waiver = covering.last else { throw unmet(.mediationPrivileged, action) }
    throw unmet(
      .waiverRequiresAllParties, action,
      next: NextStep(.signWaiver, by: waiver.missing.first?.standing ?? .mediator))
  }
}

extension MediationItem {
  package var number: Int {
    switch self {
    case .exhibit(let number), .note(let number), .call(let number): number
    }
  }

  /// The field of the request it is named in.
  var field: String {
    switch self {
    case .exhibit: "exhibits"
    case .note: "notes"
    case .call: "calls"
    }
  }
}

extension ExhibitOffer {
  /// The same, in another compartment, where the e-mail it came attached to need not be.
  func moved(to place: Compartment, withLetter: Bool = false) -> ExhibitOffer {
    // Neither is an exhibit that it was made of.
    let isKept = withLetter || place == compartment
    return ExhibitOffer(
      kind: kind, compartment: place, hash: hash, byteCount: byteCount, mediaType: mediaType,
      direction: direction, occurredAt: occurredAt, items: items,
      madeForMediation: madeForMediation, attachedTo: isKept ? attachedTo : nil,
      provenance: provenance,
      rendition: isKept
        ? rendition
        : rendition.map { Rendition($0.kind, of: nil, certified: $0.certified) },
      tendered: tendered, filer: filer)
  }
}
