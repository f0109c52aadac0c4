extension Dispute {
  /// The dispute as somebody with these standings sees it: every part of a compartment that is not
  /// seen in full is empty, as if nothing had ever happened there, deadlines included. Nil when the
  /// case file itself is not seen in full. With `chosen`, other compartments are left out as well,
  /// whatever is seen of them: for what somebody means to hand on.
  package func seen(
    with standings: Set<Standing>, in chosen: Set<Compartment>? = nil
  ) -> Dispute? {
    func isSeen(_ compartment: Compartment) -> Bool {
      sight(of: compartment, for: standings, in: self) == .full
        && chosen?.contains(compartment) ?? true
    }
    guard isSeen(.caseFile) else { return nil }
    var view = self
    if !isSeen(.settlement) { view.settlement = SettlementFile() }
    if !isSeen(.mediation) { view.mediation = MediationFile() }
    if !isSeen(.internal) { view.approvals = InternalFile() }
    view.bids = bids.filter { isSeen(.bid($0.key)) }
    view.records = records.filter { isSeen($0.key) }
    if standings.contains(.administrator), chosen == nil, !isSeen(.settlement) {
      view.records[.settlement] = records(in: .settlement).contestedOnly
    }
    view.records[.caseFile]?.withhold(
      Set(caseFile.seals.keys.filter { !reads($0, with: standings) }))
    view.caseFile.deadlines = caseFile.deadlines.filter { isSeen($0.compartment) }
    view.settlement.deadlines = view.settlement.deadlines.filter { isSeen($0.compartment) }
    view.changedAt = view.records.values.compactMap(\.changedAt).max() ?? caseFile.createdAt
    return view
  }
}

extension Dispute {
  /// Whether somebody with these standings, who sees the compartment of an exhibit, reads the exhibit
  /// itself: not where it is sealed from that person, or struck.
  package func reads(_ exhibit: ExhibitID, with standings: Set<Standing>) -> Bool {
    guard let seal = caseFile.seals[exhibit] else { return true }
    guard standings.isDisjoint(with: [.arbitrator, .administrator]) else { return true }
    switch seal {
    case .struck: return false
    case .sealed(let readers): return standings.side.map(readers.contains) ?? false
    }
  }
}

extension CompartmentRecords {
  /// That an act which binds was recorded for a party, and is contested: what who rules on it has to
  /// know, and nothing of what the act says.
  fileprivate var contestedOnly: CompartmentRecords? {
    let contested = recordedActs.filter { $0.needsRuling && $0.contestedAt != nil }
    guard !contested.isEmpty else { return nil }
    var bare = CompartmentRecords()
    bare.recordedActs = contested.map(\.bare)
    return bare
  }

  /// Leaves these exhibits out, with every word of theirs.
  fileprivate mutating func withhold(_ ids: Set<ExhibitID>) {
    guard !ids.isEmpty else { return }
    exhibits.removeAll { ids.contains($0.id) }
    let prefixes = ids.map { "exhibit.\($0.compartment.exhibitPrefix)-\($0.number)." }
    words = words.filter { word in !prefixes.contains { word.key.hasPrefix($0) } }
  }
}

extension RecordedEntry {
  fileprivate var bare: RecordedEntry {
    RecordedEntry(
      number: number, action: action, side: side, by: by, paper: paper, receivedAt: receivedAt,
      recordedAt: recordedAt, subject: .other, state: state, contestedAt: contestedAt)
  }
}
