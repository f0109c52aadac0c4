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
      return try note.stored(number: number, by: by)
    case .promiseNoted(let promise, let number, let call):
      return try promise.stored(number: number, of: call)
    case .callOfferNoted(let offer, let number, let call):
      return try offer.stored(number: number, of: call)
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
    case .promiseNoted(let noted): try CallPromise.read(noted)
    case .callOfferNoted(let noted): try CallOffer.read(noted)
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
      $0.governingLaw = governingLaw ?? ""
      $0.termsSha256 = terms?.hex ?? ""
      if let registration {
        $0.registration = try ParleyStore.stored(registration.number)
        $0.registeredMs = registration.registeredAt.milliseconds
      }
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
      interest: InterestPin.read(created),
      governingLaw: created.governingLaw.isEmpty ? nil : created.governingLaw,
      terms: created.termsSha256.isEmpty ? nil : try documentHash(created.termsSha256),
      registration: created.registration == 0
        ? nil
        : ContractRegistration(
          number: Int(created.registration), registeredAt: instant(created.registeredMs)))
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
