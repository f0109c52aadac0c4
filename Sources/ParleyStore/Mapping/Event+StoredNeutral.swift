import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedNeutral() -> StoredEvent? {
    switch self {
    case .neutralNominated(let seat, let member):
      .neutralNominated(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
        })
    case .nominationDeclined(let seat, let member):
      .nominationDeclined(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
        })
    case .conflictsDisclosed(let seat, let member, let disclosure, let objectBy):
      .conflictsDisclosed(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
          $0.hasConflict_p = disclosure.hasConflict
          $0.acceptsAppointment = disclosure.acceptsAppointment
          $0.objectByMs = objectBy.milliseconds
        })
    case .neutralObjected(let seat, let member, let ground, let by):
      .neutralObjected(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
          $0.ground = ground.rawValue
          $0.by = by.rawValue
        })
    case .objectionRuled(let seat, let member, let upheld):
      .objectionRuled(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
          $0.upheld = upheld
        })
    case .conflictWaived(let seat, let member, let by):
      .conflictWaived(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
          $0.by = by.rawValue
        })
    default: storedSeat()
    }
  }

  private func storedSeat() -> StoredEvent? {
    switch self {
    case .nomineeAgreed(let seat, let member, let by):
      .nomineeAgreed(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
          $0.by = by.rawValue
        })
    case .neutralAppointed(let seat, let member):
      .neutralAppointed(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
        })
    case .neutralDischarged(let seat, let member):
      .neutralDischarged(
        .with {
          $0.seat = seat.rawValue
          $0.member = member.text
        })
    default: nil
    }
  }

  static func readNeutral(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .neutralNominated(let named):
      .neutralNominated(try choice(named.seat), MemberID(named.member))
    case .nominationDeclined(let named):
      .nominationDeclined(try choice(named.seat), MemberID(named.member))
    case .conflictsDisclosed(let named):
      .conflictsDisclosed(
        try choice(named.seat), MemberID(named.member),
        ConflictDisclosure(
          hasConflict: named.hasConflict_p, acceptsAppointment: named.acceptsAppointment),
        objectBy: instant(named.objectByMs))
    case .neutralObjected(let named):
      .neutralObjected(
        try choice(named.seat), MemberID(named.member), try choice(named.ground),
        by: try choice(named.by))
    case .objectionRuled(let named):
      .objectionRuled(try choice(named.seat), MemberID(named.member), upheld: named.upheld)
    case .conflictWaived(let named):
      .conflictWaived(try choice(named.seat), MemberID(named.member), by: try choice(named.by))
    case .nomineeAgreed(let named):
      .nomineeAgreed(try choice(named.seat), MemberID(named.member), by: try choice(named.by))
    case .neutralAppointed(let named):
      .neutralAppointed(try choice(named.seat), MemberID(named.member))
    case .neutralDischarged(let named):
      .neutralDischarged(try choice(named.seat), MemberID(named.member))
    default: nil
    }
  }
}
