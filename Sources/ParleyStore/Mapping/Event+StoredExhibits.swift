import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedExhibits() throws -> StoredEvent? {
    switch self {
    case .renditionFiled(let kind, let original, let made):
      .renditionFiled(
        try .with {
          $0.kind = kind.rawValue
          $0.original = try original.stored()
          $0.made = try made.stored()
        })
    case .exhibitLinked(let exhibit, let items):
      .exhibitLinked(
        try .with {
          $0.exhibit = try exhibit.stored()
          $0.items = try items.map { try ParleyStore.stored($0) }
        })
    case .exhibitObjected(let exhibit, let ground, let number, let by):
      .exhibitObjected(
        try .with {
          $0.exhibit = try exhibit.stored()
          $0.ground = ground.rawValue
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
        })
    case .exhibitObjectionWithdrawn(let exhibit, let objection, let by):
      .exhibitObjectionWithdrawn(
        try .with {
          $0.exhibit = try exhibit.stored()
          $0.objection = try ParleyStore.stored(objection)
          $0.by = by.rawValue
        })
    case .exhibitRuled(let exhibit, let objection, let ruling):
      .exhibitRuled(
        try .with {
          $0.exhibit = try exhibit.stored()
          $0.objection = try ParleyStore.stored(objection)
          $0.ruling = ruling.rawValue
        })
    case .deficiencyNoticed(let exhibit, let lack, let number, let cureBy):
      .deficiencyNoticed(
        try .with {
          $0.exhibit = try exhibit.stored()
          $0.lack = lack.rawValue
          $0.number = try ParleyStore.stored(number)
          $0.cureByMs = cureBy.milliseconds
        })
    case .exhibitDeficiencyLapsed(let number):
      .exhibitDeficiencyLapsed(try .with { $0.number = try ParleyStore.stored(number) })
    default: nil
    }
  }

  static func readExhibits(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .renditionFiled(let filed):
      .renditionFiled(
        try choice(filed.kind), of: try ExhibitID(stored: filed.original),
        as: try ExhibitID(stored: filed.made))
    case .exhibitLinked(let linked):
      .exhibitLinked(try ExhibitID(stored: linked.exhibit), items: linked.items.map { Int($0) })
    case .exhibitObjected(let objected):
      .exhibitObjected(
        try ExhibitID(stored: objected.exhibit), try choice(objected.ground),
        number: Int(objected.number), by: try choice(objected.by))
    case .exhibitObjectionWithdrawn(let withdrawn):
      .exhibitObjectionWithdrawn(
        try ExhibitID(stored: withdrawn.exhibit), objection: Int(withdrawn.objection),
        by: try choice(withdrawn.by))
    case .exhibitRuled(let ruled):
      .exhibitRuled(
        try ExhibitID(stored: ruled.exhibit), objection: Int(ruled.objection),
        try choice(ruled.ruling))
    case .deficiencyNoticed(let noticed):
      .deficiencyNoticed(
        try ExhibitID(stored: noticed.exhibit), try choice(noticed.lack),
        number: Int(noticed.number), cureBy: instant(noticed.cureByMs))
    case .exhibitDeficiencyLapsed(let lapsed):
      .exhibitDeficiencyLapsed(number: Int(lapsed.number))
    default: nil
    }
  }
}

extension ExhibitOffer {
  /// Where it comes from, what it is made of, and for whom it was filed.
  func storeWay(in added: inout Parley_Journal_V1_ExhibitAdded) throws {
    if let collectedAt = provenance.collectedAt { added.collectedMs = collectedAt.milliseconds }
    added.collectionMethod = provenance.method?.rawValue ?? ""
    added.recordingConsent = provenance.consent?.rawValue ?? ""
    added.rendition = rendition?.kind.rawValue ?? ""
    if let original = rendition?.original { added.original = try original.stored() }
    added.certified = rendition?.certified ?? false
    added.tendered = tendered
    added.filer = filer?.rawValue ?? ""
  }
}

extension Provenance {
  init(stored added: Parley_Journal_V1_ExhibitAdded) throws {
    self.init(
      collectedAt: added.hasCollectedMs ? instant(added.collectedMs) : nil,
      method: try choiceIfAny(added.collectionMethod),
      consent: try choiceIfAny(added.recordingConsent))
  }
}

extension Rendition {
  static func read(_ added: Parley_Journal_V1_ExhibitAdded) throws -> Rendition? {
    guard let kind: RenditionKind = try choiceIfAny(added.rendition) else { return nil }
    return Rendition(
      kind, of: added.hasOriginal ? try ExhibitID(stored: added.original) : nil,
      certified: added.certified)
  }
}
