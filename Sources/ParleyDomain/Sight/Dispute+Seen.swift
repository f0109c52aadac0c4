extension Dispute {
  /// The dispute as somebody with these standings sees it: every part of a compartment that is not
  /// seen in full is empty, as if nothing had ever happened there, deadlines included. Nil when the
  /// case file itself is not seen in full.
  package func seen(with standings: Set<Standing>) -> Dispute? {
    func isSeen(_ compartment: Compartment) -> Bool {
      sight(of: compartment, for: standings, in: self) == .full
    }
    guard isSeen(.caseFile) else { return nil }
    var view = self
    if !isSeen(.settlement) { view.settlement = SettlementFile() }
    if !isSeen(.mediation) { view.mediation = MediationFile() }
    if !isSeen(.internal) { view.approvals = InternalFile() }
    view.records = records.filter { isSeen($0.key) }
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
  /// Leaves these exhibits out, with every word of theirs.
  fileprivate mutating func withhold(_ ids: Set<ExhibitID>) {
    guard !ids.isEmpty else { return }
    exhibits.removeAll { ids.contains($0.id) }
    let prefixes = ids.map { "exhibit.\($0.compartment.exhibitPrefix)-\($0.number)." }
    words = words.filter { word in !prefixes.contains { word.key.hasPrefix($0) } }
  }
}
