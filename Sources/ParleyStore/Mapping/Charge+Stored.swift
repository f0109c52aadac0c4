import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Charge {
  func stored(number: Int) throws -> StoredEvent {
    try .chargePosted(
      .with {
        $0.number = try ParleyStore.stored(number)
        $0.kind = kind.rawValue
        $0.amount = amount.stored
        $0.on = on.stored
        $0.exhibit = try exhibit.stored()
      })
  }

  static func read(_ posted: Parley_Journal_V1_ChargePosted) throws -> Event {
    .chargePosted(
      Charge(
        kind: try choice(posted.kind), amount: try Money(stored: posted.amount),
        on: try CivilDate(stored: posted.on), exhibit: try ExhibitID(stored: posted.exhibit)),
      number: Int(posted.number))
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
