extension DisputeOpening {
  /// Until when the claim can be brought: the day that is stated, or the earliest that the table of
  /// the profile gives for an item. Refuses, naming the field, where the table knows no such contract,
  /// or where a period runs from the day of the contract and that is missing.
  ///
  /// The law that governs the contract goes before that of the jurisdiction.
  ///
  /// - Parameter form: the form of the contract where it is not the one it was opened with.
  func limitation(given: Given, form: ContractForm? = nil) throws(Refusal) -> Limitation {
    let jurisdiction = governingLaw ?? jurisdiction
    if let limitation {
      return Limitation(last: limitation, endsAt: given.zone.end(of: limitation))
    }
    let table = given.profile.limitation
    guard
      let row = table.row(
        jurisdiction: jurisdiction, form: form ?? contractForm, type: contractType)
    else {
      throw .invalid([
        FieldProblem(
          "limitation_date",
          "\(table.name) has no period for such a contract in this jurisdiction; state the last day,"
            + " and in limitation_source where it comes from.")
      ])
    }
    if row.start == .contractDate, contractedOn == nil {
      throw .invalid([
        FieldProblem(
          "contract.made_date",
          "Say when the contract was made (\(row.source) counts from there), or state"
            + " limitation_date.")
      ])
    }
    let place =
      row.jurisdictions.first { jurisdiction.hasPrefix($0) }
      ?? LimitationRow.everywhere
    let found = items.map { item in
      LimitationFinding(
        table: table.name, jurisdiction: place, item: item.number, start: row.start,
        from: row.start == .dueDate ? item.due : contractedOn ?? item.due,
        delayMonths: row.delayMonths, months: row.months, restarts: row.restarts,
        source: row.source, asOf: row.asOf, confidence: row.confidence)
    }
    guard let first = found.min(by: { $0.last < $1.last }) else { throw .notFound }
    return Limitation(last: first.last, endsAt: given.zone.end(of: first.last), finding: first)
  }
}

extension Dispute {
  /// The limitation as it is to be counted now, by the row the dispute was opened under: the earliest
  /// of the items that are still claimed, each counted anew from a part payment or an acknowledgement
  /// where that row says so. Nil for a day that was stated: who stated it may state another.
  ///
  /// What came after the last day revives nothing. Payments are set against the items in the order
  /// they were due; an acknowledgement is an answer that admits the item. Time in which limitation
  /// stood still is left out here, so that nobody relies on too late a day.
  func limitationFinding(zone: Zone) -> LimitationFinding? {
    guard let pinned = caseFile.limitation.finding else { return nil }
    let live = caseFile.items.filter { $0.standing != .withdrawn }
      .sorted { ($0.item.due, $0.item.number) < ($1.item.due, $1.item.number) }
    var reached: Int64 = 0
    return live.map { state -> LimitationFinding in
      let from = reached
      reached = [reached, state.item.amount.minorUnits].saturatingSum
      var begins: [LimitationFinding.Begun] = []
      if pinned.restarts.contains(.partPayment) { begins += payments(from: from, to: reached) }
      if pinned.restarts.contains(.acknowledgement), let admittedAt = state.admittedAt {
        begins.append(.init(by: .acknowledgement, on: zone.date(at: admittedAt)))
      }
      let start = pinned.start == .dueDate ? state.item.due : pinned.from
      return begins.sorted { $0.on < $1.on }.reduce(
        pinned.counted(item: state.item.number, from: start)
      ) { found, begun in
        guard begun.on <= found.last else { return found }
        let anew = found.counted(item: state.item.number, from: start, begun: begun)
        return anew.last > found.last ? anew : found
      }
    }.min { $0.last < $1.last }
  }

  /// The payments that meet a part of the claim, measured from its oldest item on.
  private func payments(from: Int64, to: Int64) -> [LimitationFinding.Begun] {
    var paid: Int64 = 0
    return caseFile.payments.filter { !$0.reversed }.compactMap { posted in
      let before = paid
      paid = [paid, posted.payment.amount.minorUnits].saturatingSum
      return before < to && paid > from
        ? .init(by: .partPayment, on: posted.payment.valueDate) : nil
    }
  }

  /// Whether the claimant was told that something runs out, since it was last set.
  func wasAlerted(_ kind: ExpiryKind, _ daysBefore: Int, since: Instant) -> Bool {
    records(in: .partyPrivate(.claimant)).alerts.contains {
      $0.of == kind && $0.daysBefore == daysBefore && $0.at >= since
    }
  }

  /// The last alert that still holds: what it spoke of has not been met or moved. In the claimant's
  /// sight alone.
  package var alert: ExpiryAlert? {
    records(in: .partyPrivate(.claimant)).alerts.last { alert in
      let kind: DeadlineKind = alert.of == .limitation ? .limitation : .judgmentExpiry
      return caseFile.deadlines.contains { $0.kind == kind && $0.setAt <= alert.at }
        && isMeant(kind)
    }
  }

  /// Whether alerts of this period mean anything in the status the dispute has now. What an award
  /// grants is no longer the claim that time bars.
  func isMeant(_ kind: DeadlineKind) -> Bool {
    let status = caseFile.status
    switch kind {
    case .judgmentExpiry:
      return (status == .judgment || status == .enforcing) && !caseFile.legal.judgmentExpired
    default:
      let isBeforeCourt: Set<Status> = [.collectionsPlaced, .counselReferred]
      return caseFile.arbitration?.award == nil
        && (status.stage != .legal || isBeforeCourt.contains(status))
    }
  }
}

extension LimitationFinding {
  /// The same count for another item, or from another beginning.
  fileprivate func counted(
    item: Int, from: CivilDate, begun: Begun? = nil
  ) -> LimitationFinding {
    LimitationFinding(
      table: table, jurisdiction: jurisdiction, item: item, start: start, from: from,
      delayMonths: delayMonths, months: months, restarts: restarts, begun: begun, source: source,
      asOf: asOf, confidence: confidence)
  }
}
