extension Decision {
  /// Notes a call; private to its side where no other place is named. A promise and an offer that were
  /// made in it become entries of their own: the note can then be shown without them, and an offer never
  /// reaches who decides.
  mutating func logCall(_ note: CallNote) throws(Refusal) {
    guard let side else { throw .notPermitted(.logCall, needs: Set<Standing>.parties.inOrder) }
    if note.startedAt > at {
      throw .invalid([FieldProblem("start_time", "Must not lie ahead.")])
    }
    let meant = note.compartment ?? (isMediating ? .mediation : .partyPrivate(side))
    let place = caseFile.current(meant) ?? meant
    if place == .mediation { try checkMediationBegan(.logCall) }
    try checkRecording(note.recording, in: place)
    let placed = CallNote(
      direction: note.direction, startedAt: note.startedAt, durationSeconds: note.durationSeconds,
      outcome: note.outcome, compartment: place, zone: note.zone, recording: note.recording)
    let number = (dispute.records(in: place).calls.map(\.number).max() ?? 0) + 1
    enter(.callLogged(placed, number: number, by: side), words: callWords(number))
    split(note, from: NoteReference(kind: .call, compartment: place, number: number))
  }

  private mutating func split(_ note: CallNote, from call: NoteReference) {
    if let amount = note.promised, let due = note.promisedBy {
      let number = dispute.records(in: call.compartment).promises.count + 1
      enter(.promiseNoted(CallPromise(amount: amount, due: due), number: number, of: call))
    }
    if let offer = note.offer {
      let number = dispute.records(in: call.homeOfOffers).callOffers.count + 1
      enter(
        .callOfferNoted(offer, number: number, of: call),
        words: words.filter { $0.path == "call.offer" }
          .map { Word("callOffer.\(number).text", $0.text) })
    }
  }

  /// Of the number no more than the profile keeps.
  private func callWords(_ number: Int) -> [Word] {
    words("call", numbered: "\(number)").compactMap { word in
      switch word.path {
      case "call.\(number).offer": return nil
      case "call.\(number).number":
        let kept = word.text.suffix(profile.phoneDigits)
        return kept.isEmpty ? nil : Word(word.path, String(kept))
      default: return word
      }
    }
  }

  /// A recording stands where its note does, and says on what consent it was made.
  private func checkRecording(_ id: ExhibitID?, in place: Compartment) throws(Refusal) {
    guard let id else { return }
    guard id.compartment == place, let exhibit = dispute.exhibit(id),
      exhibit.offer.kind == .recording,
      dispute.reads(id, with: standings)
    else {
      throw .invalid([
        FieldProblem(
          "recording", "Give an exhibit of the kind RECORDING that stands where the note does.")
      ])
    }
    guard exhibit.offer.provenance.consent != nil else {
      throw unmet(.consentBasisMissing, .logCall, next: NextStep(.addExhibit, by: .claimant))
    }
  }
}

extension Dispute {
  /// Whether what was promised was paid between the call and the day: as far as the payments that are
  /// posted tell. A view of what somebody sees gives what that one may know.
  package func state(of noted: NotedPromise, on today: CivilDate, zone: Zone) -> CallPromise.State {
    let began = zone.date(at: noted.at)
    let paid = caseFile.payments.lazy.filter {
      !$0.reversed && $0.payment.valueDate >= began && $0.payment.valueDate <= noted.promise.due
    }.map(\.payment.amount.minorUnits).saturatingSum
    if paid >= noted.promise.amount.minorUnits { return .kept }
    return today > noted.promise.due ? .broken : .open
  }
}
