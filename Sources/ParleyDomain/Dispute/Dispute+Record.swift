extension Dispute {
  /// Whether an exhibit is part of what an award considers; nil for what does not stand in the case
  /// file, of which no award is made.
  package func recordStanding(of exhibit: Exhibit) -> RecordStanding? {
    guard exhibit.id.compartment == .caseFile else { return nil }
    if caseFile.seals[exhibit.id] == .struck { return .struck }
    let objections = caseFile.exhibitObjections.filter {
      $0.exhibit == exhibit.id && $0.withdrawnAt == nil
    }
    if objections.contains(where: { $0.ruling == .sustained }) { return .excluded }
    if objections.contains(where: { $0.ruling == nil && $0.by == nil }) { return .pending }
    if isReplaced(exhibit) { return .superseded }
    if objections.contains(where: { $0.ruling == .limited }) { return .limited }
    return objections.contains { $0.ruling == nil } ? .objected : .inRecord
  }

  /// A new version that is itself kept out takes nobody's place.
  private func isReplaced(_ exhibit: Exhibit) -> Bool {
    guard let number = exhibit.supersededBy,
      let newer = self.exhibit(ExhibitID(compartment: exhibit.id.compartment, number: number))
    else { return false }
    switch recordStanding(of: newer) {
    case .struck, .excluded, .pending: return isReplaced(newer)
    default: return true
    }
  }

  /// What an award that is made now considers: every exhibit of the case file that is neither struck,
  /// excluded, waiting for a ruling, replaced by a newer version nor erased.
  package var consideredRecord: [ExhibitID] {
    records(in: .caseFile).exhibits.filter { exhibit in
      switch recordStanding(of: exhibit) {
      case .inRecord, .limited, .objected: !exhibit.erased
      default: false
      }
    }.map(\.id)
  }

  /// An exhibit of the case file with all that says the same: its versions, and translations of any of
  /// them. Sealing one and not the others would seal nothing.
  func sayingTheSame(as id: ExhibitID) -> [ExhibitID] {
    let exhibits = records(in: id.compartment).exhibits
    let pairs = exhibits.compactMap { exhibit -> (ExhibitID, ExhibitID)? in
      guard let rendition = exhibit.offer.rendition, rendition.kind.saysTheSame,
        let original = rendition.original
      else { return nil }
      return (exhibit.id, original)
    }
    var family: Set<ExhibitID> = [id]
    while true {
      let kin = pairs.filter { family.contains($0.0) != family.contains($0.1) }
      guard !kin.isEmpty else { break }
      for (left, right) in kin { family.formUnion([left, right]) }
    }
    return exhibits.map(\.id).filter(family.contains)
  }

  /// Until when a side may object to an exhibit: so many days from its filing, or from the beginning of
  /// the exchange of evidence where that came later. Nil before that: nothing runs yet.
  package func exhibitObjectionEnd(
    of exhibit: Exhibit, profile: RuleProfile, zone: Zone
  ) -> Instant? {
    // Where evidence is to be exchanged anew, before another arbitrator, the time begins anew too.
    guard exhibit.id.compartment == .caseFile,
      [.evidenceOpen, .recordClosed].contains(caseFile.status),
      let opened = caseFile.passed.last(where: { $0.status == .constituted })?.leftAt
    else { return nil }
    let last = profile.reckoning(
      from: zone.date(at: max(opened, exhibit.filedAt)), days: profile.exhibitObjectionDays,
      serviceDays: 0, rolls: true
    ).last
    return profile.end(of: last, in: zone)
  }

  /// The exhibit that an entry files or tells of; nil for others. Of one that is sealed, such an entry
  /// shows no more than that it was made.
  package func exhibit(toldOfBy entry: Entry) -> ExhibitID? {
    switch entry.event {
    case .exhibitObjected(let id, _, _, _), .exhibitObjectionWithdrawn(let id, _, _),
      .exhibitRuled(let id, _, _),
      .deficiencyNoticed(let id, _, _, _), .exhibitLinked(let id, _):
      id
    default: exhibit(filedBy: entry)
    }
  }

  /// The way of an exhibit as this dispute, or the part of it that somebody sees, tells it: oldest
  /// first, without the reads.
  package func custody(of exhibit: Exhibit) -> [CustodyStep] {
    var steps: [CustodyStep] = []
    if let collectedAt = exhibit.offer.provenance.collectedAt {
      steps.append(CustodyStep(.collected, at: collectedAt, by: nil))
    }
    let source = source(of: exhibit.id)
    if let source {
      var original: ExhibitID?
      if case .exhibit(let id) = source.of { original = id }
      steps.append(CustodyStep(.made, at: source.at, by: source.by, exhibit: original))
    } else if let original = exhibit.offer.rendition?.original {
      steps.append(CustodyStep(.made, at: exhibit.filedAt, by: exhibit.by, exhibit: original))
    }
    steps.append(
      CustodyStep(
        exhibit.admittedUnder == nil ? .filed : .admitted, at: exhibit.filedAt, by: exhibit.by))
    return steps + exhibit.steps
  }

  /// What an exhibit was made of, where that stands in another compartment.
  package func source(of id: ExhibitID) -> ExhibitSource? {
    for place in Compartment.all {
      if let found = records[place]?.sources.first(where: { $0.made == id }) { return found }
    }
    return nil
  }
}
