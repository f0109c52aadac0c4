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
    view.caseFile.deadlines = caseFile.deadlines.filter { isSeen($0.compartment) }
    view.settlement.deadlines = view.settlement.deadlines.filter { isSeen($0.compartment) }
    view.changedAt = view.records.values.compactMap(\.changedAt).max() ?? caseFile.createdAt
    return view
  }
}
