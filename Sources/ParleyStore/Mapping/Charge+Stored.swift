import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedCharges() throws -> StoredEvent? {
    switch self {
    case .chargePosted(let charge, let number): try charge.stored(number: number)
    case .postingReversed(let sum, let day, let number): try sum.stored(on: day, number: number)
    default: nil
    }
  }

  static func readCharges(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .chargePosted(let posted): try Charge.read(posted)
    case .postingReversed(let reversed): try PostedSum.read(reversed)
    default: nil
    }
  }
}

extension Charge {
  fileprivate func stored(number: Int) throws -> StoredEvent {
    try .chargePosted(
      .with {
        $0.number = try ParleyStore.stored(number)
        $0.kind = kind.rawValue
        $0.amount = amount.stored
        $0.on = on.stored
        $0.exhibit = try exhibit.stored()
      })
  }

  fileprivate static func read(_ posted: Parley_Journal_V1_ChargePosted) throws -> Event {
    .chargePosted(
      Charge(
        kind: try choice(posted.kind), amount: try Money(stored: posted.amount),
        on: try CivilDate(stored: posted.on), exhibit: try ExhibitID(stored: posted.exhibit)),
      number: Int(posted.number))
  }
}

extension PostedSum {
  fileprivate func stored(on day: CivilDate, number: Int) throws -> StoredEvent {
    let (code, reference) =
      switch self {
      case .charge(let number): ("CHARGE", number)
      case .compensation(let item): ("COMPENSATION", item)
      case .writeOff: ("WRITE_OFF", 0)
      case .reversal:
        throw JournalFault.decisionMalformed(reason: "a reversal was reversed")
      }
    return try .postingReversed(
      .with {
        $0.number = try ParleyStore.stored(number)
        $0.of = code
        $0.reference = try ParleyStore.stored(reference)
        $0.on = day.stored
      })
  }

  fileprivate static func read(_ reversed: Parley_Journal_V1_PostingReversed) throws -> Event {
    let sum: PostedSum =
      switch reversed.of {
      case "CHARGE": .charge(Int(reversed.reference))
      case "COMPENSATION": .compensation(item: Int(reversed.reference))
      case "WRITE_OFF": .writeOff
      default: throw unreadable("reversal")
      }
    return .postingReversed(
      sum, on: try CivilDate(stored: reversed.on), number: Int(reversed.number))
  }
}

extension InterestPin {
  /// The interest a dispute was opened with; nil for none.
  static func read(_ created: Parley_Journal_V1_DisputeCreated) -> InterestPin? {
    guard !created.interestProfile.isEmpty else { return nil }
    return InterestPin(
      profile: created.interestProfile,
      contractBasisPoints: created.hasContractBasisPoints
        ? Int(created.contractBasisPoints) : nil)
  }

  func store(in created: inout Parley_Journal_V1_DisputeCreated) throws {
    created.interestProfile = profile
    if let contractBasisPoints {
      created.contractBasisPoints = try ParleyStore.stored(contractBasisPoints)
    }
  }
}
