extension Decision {
  /// Erasure takes two people. Who the second is follows from whose words they are, so that nobody
  /// removes alone, or with a colleague alone, what the other side wrote:
  ///
  /// * in the case file the institution, or an authority of whoever wrote them (a supervisor for the
  ///   claimant's, somebody of the respondent's side for the respondent's), a different person always
  ///   and, where they are another's words, of another kind than who asked;
  /// * among the parties (SETTLEMENT, MEDIATION) the other side; the mediator for the mediator's own;
  /// * in a compartment of one side another person of that side (a supervisor for the claimant); a
  ///   separate meeting has the mediator as well;
  /// * what only one person sees (a neutral's own notes) has no second, and is not erased.
  mutating func actOnErasure(_ command: Command, by person: Actor) throws(Refusal) {
    switch command {
    case .requestErasure(let target, let basis):
      try request(target, basis)
    case .grantErasure(let place, let number):
      let erasure = try pending(place, number, .grantErasure)
      let named = try named(erasure.exhibit, .grantErasure)
      let able = grantors(of: named, in: place, askedBy: erasure.askedAs)
      guard erasure.by != person.member, !able.isDisjoint(with: standings) else {
        throw needsTwo(able, .grantErasure)
      }
      enter(
        .wordsErased(
          number: number, sequence: erasure.sequence, exhibit: erasure.exhibit,
          basis: erasure.basis, askedBy: erasure.by), in: place)
    case .refuseErasure(let place, let number):
      let erasure = try pending(place, number, .refuseErasure)
      enter(
        .erasureRefused(number: erasure.number),
        words: words("erasure", numbered: "\(number).refusal"), in: place)
    default: break
    }
  }

  private mutating func request(
    _ target: ErasureTarget, _ basis: ErasureBasis
  ) throws(Refusal) {
    let place = target.compartment
    let exhibit = given.named.flatMap { dispute.exhibit(filedBy: $0.entry) }
    if let exhibit, !dispute.reads(exhibit, with: standings) { throw .notFound }
    let named = try named(exhibit, .requestErasure)
    let erasures = dispute.records(in: place).erasures
    guard !erasures.contains(where: { $0.step == .requested && $0.sequence == named.sequence })
    else { throw .alreadyExists(what: "erasure") }
    let able = grantors(of: named, in: place, askedBy: askingAs)
    guard !able.isEmpty else { throw needsTwo(able, .requestErasure) }
    let number = (erasures.map(\.number).max() ?? 0) + 1
    enter(
      .erasureRequested(
        number: number, sequence: named.sequence, exhibit: exhibit, basis: basis,
        by: askingAs),
      words: words("erasure", numbered: "\(number)"), in: place)
  }

  /// As whom whoever acts does so.
  var askingAs: Author {
    if let side { return Author(side) }
    if standings.contains(.mediator) { return .mediator }
    return standings.contains(.arbitrator) ? .arbitrator : .institution
  }

  private func pending(
    _ place: Compartment, _ number: Int, _ action: Action
  ) throws(Refusal) -> Erasure {
    guard let erasure = dispute.records(in: place).erasures.first(where: { $0.number == number })
    else { throw .notFound }
    guard erasure.step == .requested else {
      throw .lost(action, rule: LifeCycle.row(of: action)?.rule ?? "")
    }
    return erasure
  }

  /// The entry it is about, which must have words that are not needed any more.
  private func named(
    _ exhibit: ExhibitID?, _ action: Action
  ) throws(Refusal) -> NamedEntry {
    guard let named = given.named else { throw .notFound }
    let isGone = exhibit.flatMap { dispute.exhibit($0)?.erased } ?? false
    guard !named.isErased, !isGone else { throw unmet(.alreadyErased, action) }
    switch named.entry.event {
    // A claim is conducted on its particulars, and an agreement or award binds by its text.
    case .disputeCreated, .offerAccepted, .awardIssued, .awardCorrected:
      guard caseFile.status == .closed else { throw unmet(.wordsInUse, action) }
    default: break
    }
    if named.entry.words.isEmpty, exhibit == nil {
      throw .invalid([FieldProblem("target", "This entry has no words.")])
    }
    return named
  }

  private func needsTwo(_ able: Set<Standing>, _ action: Action) -> Refusal {
    unmet(
      .erasureNeedsTwo, action,
      next: able.inOrder.first.map { NextStep(.grantErasure, by: $0) })
  }

  private func grantors(
    of named: NamedEntry, in place: Compartment, askedBy asker: Author
  ) -> Set<Standing> {
    let author = dispute.author(of: named)
    switch place.base {
    case .caseFile:
      var able = author.authority
      if asker != .institution { able.insert(.administrator) }
      if author == asker || author.side != nil || asker != .institution { return able }
      return Author.claimant.authority.union(Author.respondent.authority)
    case .settlement, .mediation:
      if author == .mediator, asker != .mediator { return [.mediator] }
      if let side = asker.side { return Author(side.other).authority }
      if let side = author.side { return Author(side).authority }
      return Author.claimant.authority.union(Author.respondent.authority)
    case .caucus(let side):
      if asker == .mediator { return Author(side).authority }
      return author == .mediator ? [.mediator] : Author(side).authority
    case .partyPrivate(let side), .bid(let side): return Author(side).authority
    case .internal: return Author.claimant.authority
    case .neutralPrivate, .deliberation, .later: return []
    }
  }
}

extension Author {
  /// Who speaks for it when its words are to go.
  fileprivate var authority: Set<Standing> {
    switch self {
    case .claimant: [.supervisor]
    case .respondent: [.respondent, .respondentCounsel]
    case .mediator: [.mediator]
    case .arbitrator: []
    case .institution: [.administrator]
    }
  }
}

extension Dispute {
  /// The exhibit that an entry filed.
  package func exhibit(filedBy entry: Entry) -> ExhibitID? {
    switch entry.event {
    case .exhibitAdded(let offer, let number, _):
      ExhibitID(compartment: offer.compartment, number: number)
    case .exhibitAdmitted(_, let number, _, _, _):
      ExhibitID(compartment: .caseFile, number: number)
    default: nil
    }
  }
}
