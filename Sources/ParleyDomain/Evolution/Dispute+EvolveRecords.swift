extension Dispute {
  /// Exhibits, calls and notes, in whichever compartment they are.
  mutating func applyRecord(_ entry: Entry, filedAt: Instant) {
    let place = entry.compartment
    switch entry.event {
    case .exhibitAdded(let offer, let number, let late):
      add(
        Exhibit(
          id: ExhibitID(compartment: place, number: number), offer: offer, filedAt: filedAt,
          by: entry.actor, late: late), entry)
    case .callLogged(let note, let number, let by):
      records[place, default: CompartmentRecords()].calls.append(
        CallRecord(number: number, note: note, by: by))
    case .promiseNoted(let promise, let number, let call):
      records[place, default: CompartmentRecords()].promises.append(
        NotedPromise(number: number, call: call, promise: promise, at: entry.effectiveAt))
    case .callOfferNoted(let offer, let number, let call):
      records[place, default: CompartmentRecords()].callOffers.append(
        NotedOffer(number: number, call: call, offer: offer, at: entry.effectiveAt))
    case .expiryAlerted(let kind, let daysBefore, let endsAt):
      records[place, default: CompartmentRecords()].alerts.append(
        ExpiryAlert(of: kind, daysBefore: daysBefore, endsAt: endsAt, at: entry.effectiveAt))
    case .noteAdded, .mediationNoteAdded, .deliberationNoted:
      let number = (records[place]?.notes.count ?? 0) + 1
      records[place, default: CompartmentRecords()].notes.append(
        NoteRecord(
          number: number, by: entry.actor, author: author(of: entry), madeAt: entry.effectiveAt))
    default: break
    }
  }

  /// The claimant's own assessments and approvals.
  mutating func applyInternal(_ entry: Entry) {
    switch entry.event {
    case .pathAssessed(let choice):
      approvals.assessment = choice
      approvals.assessedAt = entry.effectiveAt
    case .approvalRequested(let number, let act, let coolsUntil):
      guard let by = entry.actor else { return }
      approvals.requests.append(
        ApprovalRequest(
          number: number, act: act, by: by, askedAt: entry.effectiveAt, coolsUntil: coolsUntil,
          step: .pending))
    case .approvalGranted(let number, _): settleRequest(number, as: .granted)
    case .approvalRefused(let number): settleRequest(number, as: .refused)
    default: break
    }
  }

  private mutating func settleRequest(_ number: Int, as step: ApprovalRequest.Step) {
    for index in approvals.requests.indices where approvals.requests[index].number == number {
      approvals.requests[index].step = step
    }
  }

  func records(in compartment: Compartment) -> CompartmentRecords {
    records[compartment] ?? CompartmentRecords()
  }

  /// The exhibit with this number, if it exists.
  package func exhibit(_ id: ExhibitID) -> Exhibit? {
    records[id.compartment]?.exhibits.first { $0.id == id }
  }
}
