import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedSecrecy() throws -> StoredEvent? {
    switch self {
    case .waiverProposed(let number, let by, let whole, let items):
      .waiverProposed(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
          $0.whole = whole
          $0.items = try items.map { try $0.stored() }
        })
    case .waiverSigned(let number, let signature):
      .waiverSigned(
        try .with {
          $0.number = try ParleyStore.stored(number)
          switch signature {
          case .party(let side): $0.by = side.rawValue
          case .mediator(let ownNotes):
            $0.by = Seat.mediator.rawValue
            $0.ownNotes = ownNotes
          }
        })
    case .waiverWithdrawn(let number, let by):
      .waiverWithdrawn(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
        })
    case .waiverTookEffect(let number, let caseNumber, let items):
      .waiverTookEffect(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.caseNumber = try ParleyStore.stored(caseNumber)
          $0.items = try items.map { try $0.stored() }
        })
    default: try storedAdmission() ?? storedErasure()
    }
  }

  private func storedAdmission() throws -> StoredEvent? {
    switch self {
    case .privilegeWaived(let number, let whole, let byMediator):
      .privilegeWaived(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.whole = whole
          $0.byMediator = byMediator
        })
    case .exhibitAdmitted(let offer, let number, let late, let waiver, let from):
      .exhibitAdmitted(
        try .with {
          $0.exhibit = try offer.stored()
          $0.exhibit.number = try ParleyStore.stored(number)
          $0.exhibit.late = late
          $0.waiver = try ParleyStore.stored(waiver)
          $0.from = from.code
        })
    case .communicationAdmitted(let number, let waiver, let kind, let by, let madeAt):
      .communicationAdmitted(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.waiver = try ParleyStore.stored(waiver)
          $0.kind = kind.rawValue
          $0.by = by.rawValue
          $0.madeMs = madeAt.milliseconds
        })
    case .notePublished(let note, let exhibit):
      .notePublished(
        try .with {
          $0.kind = note.kind.rawValue
          $0.compartment = note.compartment.code
          $0.number = try ParleyStore.stored(note.number)
          $0.exhibit = try exhibit.stored()
        })
    default: nil
    }
  }

  private func storedErasure() throws -> StoredEvent? {
    switch self {
    case .erasureRequested(let number, let sequence, let exhibit, let basis, let by):
      .erasureRequested(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.sequence = sequence
          if let exhibit { $0.exhibit = try exhibit.stored() }
          $0.basis = basis.rawValue
          $0.by = by.rawValue
        })
    case .erasureRefused(let number):
      .erasureRefused(try .with { $0.number = try ParleyStore.stored(number) })
    case .wordsErased(let number, let sequence, let exhibit, let basis, let askedBy):
      .wordsErased(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.sequence = sequence
          if let exhibit { $0.exhibit = try exhibit.stored() }
          $0.basis = basis.rawValue
          $0.askedBy = askedBy.text
        })
    default: nil
    }
  }

  static func readSecrecy(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .waiverProposed(let waiver):
      .waiverProposed(
        number: Int(waiver.number), by: try choice(waiver.by), whole: waiver.whole,
        items: try waiver.items.map(MediationItem.init(stored:)))
    case .waiverSigned(let waiver):
      .waiverSigned(
        number: Int(waiver.number),
        waiver.by == Seat.mediator.rawValue
          ? .mediator(ownNotes: waiver.ownNotes) : .party(try choice(waiver.by)))
    case .waiverWithdrawn(let waiver):
      .waiverWithdrawn(number: Int(waiver.number), by: try choice(waiver.by))
    case .waiverTookEffect(let waiver):
      .waiverTookEffect(
        number: Int(waiver.number), caseNumber: Int(waiver.caseNumber),
        items: try waiver.items.map(MediationItem.init(stored:)))
    default: try readAdmission(event) ?? readErasure(event)
    }
  }

  private static func readAdmission(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .privilegeWaived(let waiver):
      .privilegeWaived(
        number: Int(waiver.number), whole: waiver.whole, byMediator: waiver.byMediator)
    case .exhibitAdmitted(let admitted):
      .exhibitAdmitted(
        try ExhibitOffer(stored: admitted.exhibit), number: Int(admitted.exhibit.number),
        late: admitted.exhibit.late, waiver: Int(admitted.waiver),
        from: try compartment(admitted.from))
    case .communicationAdmitted(let admitted):
      .communicationAdmitted(
        number: Int(admitted.number), waiver: Int(admitted.waiver),
        kind: try choice(admitted.kind), by: try choice(admitted.by),
        madeAt: instant(admitted.madeMs))
    case .notePublished(let note):
      .notePublished(
        NoteReference(
          kind: try choice(note.kind), compartment: try compartment(note.compartment),
          number: Int(note.number)), exhibit: try ExhibitID(stored: note.exhibit))
    default: nil
    }
  }

  private static func readErasure(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .erasureRequested(let erasure):
      .erasureRequested(
        number: Int(erasure.number), sequence: erasure.sequence,
        exhibit: erasure.hasExhibit ? try ExhibitID(stored: erasure.exhibit) : nil,
        basis: try choice(erasure.basis), by: try choice(erasure.by))
    case .erasureRefused(let erasure): .erasureRefused(number: Int(erasure.number))
    case .wordsErased(let erasure):
      .wordsErased(
        number: Int(erasure.number), sequence: erasure.sequence,
        exhibit: erasure.hasExhibit ? try ExhibitID(stored: erasure.exhibit) : nil,
        basis: try choice(erasure.basis), askedBy: MemberID(erasure.askedBy))
    default: nil
    }
  }
}

extension MediationItem {
  fileprivate func stored() throws -> Parley_Journal_V1_MediationItem {
    let small = try ParleyStore.stored(number)
    return .with {
      $0.kind = code
      $0.number = small
    }
  }

  fileprivate init(stored item: Parley_Journal_V1_MediationItem) throws {
    let number = Int(item.number)
    switch item.kind {
    case "EXHIBIT": self = .exhibit(number)
    case "NOTE": self = .note(number)
    case "CALL": self = .call(number)
    default: throw unreadable("communication")
    }
  }

  private var code: String {
    switch self {
    case .exhibit: "EXHIBIT"
    case .note: "NOTE"
    case .call: "CALL"
    }
  }
}
