import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedLegal() throws -> StoredEvent? {
    switch self {
    case .pathAssessed(let choice): .pathAssessed(.with { $0.choice = choice.rawValue })
    case .collectionsPlaced(let share):
      try .collectionsPlaced(
        .with { $0.contingencyBasisPoints = try ParleyStore.stored(share) })
    case .collectionsRecalled: .collectionsRecalled(.init())
    case .counselReferred: .counselReferred(.init())
    case .courtFilingRecorded(let record):
      try .courtFilingRecorded(.with { $0.record = try record.stored() })
    case .courtServiceRecorded(let record):
      try .courtServiceRecorded(.with { $0.record = try record.stored() })
    case .dismissalRecorded(let record, let refused):
      try .dismissalRecorded(
        .with {
          $0.record = try record.stored()
          $0.refused = refused
        })
    case .judgmentRecorded(let record, let amount):
      try .judgmentRecorded(
        .with {
          $0.record = try record.stored()
          $0.amount = amount.stored
        })
    case .enforcementRecorded(let record, let kind):
      try .enforcementRecorded(
        .with {
          $0.record = try record.stored()
          $0.kind = kind.rawValue
        })
    case .judgmentPaid: .judgmentPaid(.init())
    case .satisfactionRecorded(let record):
      try .satisfactionRecorded(.with { $0.record = try record.stored() })
    default: nil
    }
  }

  static func readLegal(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .pathAssessed(let assessed): .pathAssessed(try choice(assessed.choice))
    case .collectionsPlaced(let placed):
      .collectionsPlaced(contingencyBasisPoints: Int(placed.contingencyBasisPoints))
    case .collectionsRecalled: .collectionsRecalled
    case .counselReferred: .counselReferred
    case .courtFilingRecorded(let recorded):
      .courtFilingRecorded(try CourtRecord(stored: recorded.record))
    case .courtServiceRecorded(let recorded):
      .courtServiceRecorded(try CourtRecord(stored: recorded.record))
    case .dismissalRecorded(let recorded):
      .dismissalRecorded(try CourtRecord(stored: recorded.record), refused: recorded.refused)
    case .judgmentRecorded(let recorded):
      .judgmentRecorded(
        try CourtRecord(stored: recorded.record), amount: try Money(stored: recorded.amount))
    case .enforcementRecorded(let recorded):
      .enforcementRecorded(
        try CourtRecord(stored: recorded.record), kind: try choice(recorded.kind))
    case .judgmentPaid: .judgmentPaid
    case .satisfactionRecorded(let recorded):
      .satisfactionRecorded(try CourtRecord(stored: recorded.record))
    default: nil
    }
  }
}
