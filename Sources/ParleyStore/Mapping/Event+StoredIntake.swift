import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedIntake() throws -> StoredEvent? {
    switch self {
    case .disputeCreated(
      let opening, let organization, let owner, let profile, let limitation, let alerts):
      var created = try opening.stored()
      created.organization = organization.text
      created.owner = owner.text
      created.profile = profile
      created.limitation = limitation.last.stored
      created.limitationEndsMs = limitation.endsAt.milliseconds
      if let finding = limitation.finding { created.limitationFinding = try finding.stored() }
      created.alerts = alerts.map(\.stored)
      return .disputeCreated(created)
    case .disputeFiled: return .disputeFiled(.init())
    case .markedDeficient(let cureBy):
      return .markedDeficient(.with { $0.cureByMs = cureBy.milliseconds })
    case .deficiencyCured: return .deficiencyCured(.init())
    case .exhibitAdded(let offer, let number, let late):
      var added = try offer.stored()
      added.number = try ParleyStore.stored(number)
      added.late = late
      return .exhibitAdded(added)
    case .callLogged(let note, let number, let by):
      var logged = try note.stored()
      logged.number = try ParleyStore.stored(number)
      logged.by = by.rawValue
      return .callLogged(logged)
    case .noteAdded: return .noteAdded(.init())
    default: return nil
    }
  }

  static func readIntake(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .disputeCreated(let created):
      .disputeCreated(
        try DisputeOpening(stored: created), organization: OrganizationID(created.organization),
        owner: MemberID(created.owner), profile: created.profile,
        limitation: Limitation(
          last: try CivilDate(stored: created.limitation),
          endsAt: instant(created.limitationEndsMs),
          finding: created.hasLimitationFinding
            ? try LimitationFinding(stored: created.limitationFinding) : nil),
        alerts: try created.alerts.map(RestartedClock.init(stored:)))
    case .disputeFiled: .disputeFiled
    case .markedDeficient(let marked): .markedDeficient(cureBy: instant(marked.cureByMs))
    case .deficiencyCured: .deficiencyCured
    case .exhibitAdded(let added):
      .exhibitAdded(
        try ExhibitOffer(stored: added), number: Int(added.number), late: added.late)
    case .callLogged(let logged):
      .callLogged(
        try CallNote(stored: logged), number: Int(logged.number), by: try choice(logged.by))
    case .noteAdded: .noteAdded
    default: nil
    }
  }
}

extension DisputeOpening {
  fileprivate func stored() throws -> Parley_Journal_V1_DisputeCreated {
    try .with {
      $0.debtorKind = debtorKind.rawValue
      $0.collectorKind = collectorKind.rawValue
      $0.jurisdiction = jurisdiction
      $0.contractForm = contractForm.rawValue
      $0.contractType = contractType.rawValue
      $0.clauses = clauses.map(\.rawValue)
      $0.items = try items.map { try $0.stored() }
      $0.contractedOn = contractedOn?.stored ?? ""
      $0.respondentZone = respondentZone ?? ""
      try interest?.store(in: &$0)
    }
  }

  fileprivate init(stored created: Parley_Journal_V1_DisputeCreated) throws {
    self.init(
      debtorKind: try choice(created.debtorKind),
      collectorKind: try choice(created.collectorKind), jurisdiction: created.jurisdiction,
      contractForm: try choice(created.contractForm),
      contractType: try choice(created.contractType),
      clauses: try created.clauses.map { try choice($0) },
      items: try created.items.map(ClaimItem.init(stored:)),
      limitation: created.hasLimitationFinding ? nil : try CivilDate(stored: created.limitation),
      contractedOn: try CivilDate.ifAny(created.contractedOn),
      respondentZone: created.respondentZone.isEmpty ? nil : created.respondentZone,
      interest: InterestPin.read(created))
  }
}

extension ExhibitOffer {
  func stored() throws -> Parley_Journal_V1_ExhibitAdded {
    try .with {
      $0.kind = kind.rawValue
      $0.compartment = compartment.code
      $0.sha256 = hash.hex
      $0.byteCount = byteCount
      $0.mediaType = mediaType
      $0.direction = direction?.rawValue ?? ""
      if let occurredAt { $0.occurredMs = occurredAt.milliseconds }
      $0.items = try items.map { try ParleyStore.stored($0) }
      $0.madeForMediation = madeForMediation
      if let attachedTo { $0.attachedTo = try ParleyStore.stored(attachedTo) }
      try storeWay(in: &$0)
    }
  }

  init(stored added: Parley_Journal_V1_ExhibitAdded) throws {
    self.init(
      kind: try choice(added.kind), compartment: try ParleyStore.compartment(added.compartment),
      hash: try ParleyStore.documentHash(added.sha256), byteCount: added.byteCount,
      mediaType: added.mediaType, direction: try choiceIfAny(added.direction),
      occurredAt: added.hasOccurredMs ? instant(added.occurredMs) : nil,
      items: added.items.map { Int($0) }, madeForMediation: added.madeForMediation,
      attachedTo: added.attachedTo == 0 ? nil : Int(added.attachedTo),
      provenance: try Provenance(stored: added), rendition: try Rendition.read(added),
      tendered: added.tendered, filer: try choiceIfAny(added.filer))
  }
}

extension CallNote {
  fileprivate func stored() throws -> Parley_Journal_V1_CallLogged {
    try .with {
      $0.direction = direction.rawValue
      $0.startedMs = startedAt.milliseconds
      $0.durationSeconds = try ParleyStore.stored(durationSeconds)
      $0.outcome = outcome.rawValue
      $0.compartment = compartment?.code ?? ""
      if let promised { $0.promised = promised.stored }
      $0.promisedBy = promisedBy?.stored ?? ""
    }
  }

  fileprivate init(stored logged: Parley_Journal_V1_CallLogged) throws {
    self.init(
      direction: try choice(logged.direction), startedAt: instant(logged.startedMs),
      durationSeconds: Int(logged.durationSeconds), outcome: try choice(logged.outcome),
      compartment: logged.compartment.isEmpty
        ? nil : try ParleyStore.compartment(logged.compartment),
      promised: logged.hasPromised ? try Money(stored: logged.promised) : nil,
      promisedBy: try CivilDate.ifAny(logged.promisedBy))
  }
}
