extension Dispute {
  /// Waivers, as those who mediate see them.
  mutating func applyWaiver(_ entry: Entry) {
    switch entry.event {
    case .waiverProposed(let number, let by, let whole, let items):
      mediation.waivers.append(
        Waiver(
          number: number, by: by, whole: whole, items: items, proposedAt: entry.effectiveAt,
          signedBy: [by]))
    case .waiverSigned(let number, .party(let side)):
      changeWaiver(number) { $0.signedBy.insert(side) }
    case .waiverSigned(let number, .mediator(let ownNotes)):
      changeWaiver(number) {
        $0.mediator = entry.actor
        $0.ownNotes = ownNotes
      }
    case .waiverWithdrawn(let number, _): changeWaiver(number) { $0.step = .withdrawn }
    case .waiverTookEffect(let number, let caseNumber, let items):
      changeWaiver(number) {
        $0.step = .inForce
        $0.caseNumber = caseNumber
        $0.admitted.formUnion(items)
      }
    default: break
    }
  }

  private mutating func changeWaiver(_ number: Int, _ change: (inout Waiver) -> Void) {
    for index in mediation.waivers.indices where mediation.waivers[index].number == number {
      change(&mediation.waivers[index])
    }
  }

  /// What a waiver brings into the case file.
  mutating func applyAdmission(_ entry: Entry, filedAt: Instant) {
    switch entry.event {
    case .privilegeWaived(let number, let whole, let byMediator):
      if let index = caseFile.waivers.firstIndex(where: { $0.number == number }) {
        if byMediator { caseFile.waivers[index].joinedByMediator = true }
      } else {
        caseFile.waivers.append(
          WaiverInForce(
            number: number, whole: whole, since: entry.effectiveAt, joinedByMediator: byMediator))
      }
    case .exhibitAdmitted(let offer, let number, let late, let waiver, _):
      records[.caseFile, default: CompartmentRecords()].exhibits.append(
        Exhibit(
          id: ExhibitID(compartment: .caseFile, number: number), offer: offer, filedAt: filedAt,
          by: entry.actor, late: late, admittedUnder: waiver))
    case .communicationAdmitted(let number, let waiver, let kind, let author, let madeAt):
      caseFile.admitted.append(
        AdmittedCommunication(
          number: number, waiver: waiver, kind: kind, author: author, madeAt: madeAt))
    default: break
    }
  }

  /// Erasures, in whichever compartment. The words of the entry itself are gone from the docket; those
  /// of an exhibit are dropped here too.
  mutating func applyErasure(_ entry: Entry) {
    let place = entry.compartment
    switch entry.event {
    case .erasureRequested(let number, let sequence, let exhibit, let basis, let askedAs):
      guard let by = entry.actor else { return }
      records[place, default: CompartmentRecords()].erasures.append(
        Erasure(
          number: number, sequence: sequence, exhibit: exhibit, basis: basis, by: by,
          askedAs: askedAs, askedAt: entry.effectiveAt))
    case .erasureRefused(let number): settleErasure(number, .refused, entry)
    case .wordsErased(let number, _, let exhibit, _, _):
      settleErasure(number, .done, entry)
      if let exhibit { eraseExhibit(exhibit, entry) }
    default: break
    }
  }

  private mutating func settleErasure(_ number: Int, _ step: Erasure.Step, _ entry: Entry) {
    guard var held = records[entry.compartment] else { return }
    for index in held.erasures.indices where held.erasures[index].number == number {
      held.erasures[index].step = step
      held.erasures[index].settledBy = entry.actor
    }
    records[entry.compartment] = held
  }

  private mutating func eraseExhibit(_ id: ExhibitID, _ entry: Entry) {
    guard var held = records[id.compartment] else { return }
    for index in held.exhibits.indices where held.exhibits[index].id == id {
      held.exhibits[index].erased = true
      held.exhibits[index].steps.append(CustodyStep(.erased, by: entry))
    }
    let prefix = "exhibit.\(id.compartment.exhibitPrefix)-\(id.number)."
    held.words = held.words.filter { !$0.key.hasPrefix(prefix) }
    records[id.compartment] = held
  }

  /// Who wrote an entry, as far as secrecy depends on it.
  package func author(of entry: Entry) -> Author {
    if let side = entry.recordedFor?.side { return Author(side) }
    return author(entry.actor)
  }

  /// Who wrote an entry that a filing names: whoever has no seat here is of the claimant's
  /// organization, or of the institution.
  func author(of named: NamedEntry) -> Author {
    let author = author(of: named.entry)
    let isOfClaimant = named.organization == caseFile.organization
    return author == .claimant && !isOfClaimant && !isSeated(named.entry.actor)
      ? .institution : author
  }

  private func isSeated(_ member: MemberID?) -> Bool {
    caseFile.people.contains { $0.member == member }
  }

  /// A neutral is one by the seat he has or had; notes and calls are filed by nobody else but the
  /// sides, so whoever is none of the people named works for the claimant's organization.
  func author(_ member: MemberID?) -> Author {
    guard let member else { return .institution }
    if let person = caseFile.people.first(where: { $0.member == member }) {
      return Author(person.side)
    }
    if let neutral = caseFile.neutrals.last(where: { $0.member == member }) {
      return neutral.seat == .mediator ? .mediator : .arbitrator
    }
    return .claimant
  }
}
