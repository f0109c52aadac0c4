import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedNegotiation() throws -> StoredEvent? {
    switch self {
    case .reminderSent(let channel, let number, let ladder):
      try .reminderSent(
        .with {
          $0.channel = channel.rawValue
          $0.number = try ParleyStore.stored(number)
          $0.ladder = ladder.map(\.stored)
        })
    case .demandServed(let terms, let number, let graceEndsAt):
      try .demandServed(
        .with {
          $0.amount = terms.amount.stored
          $0.graceDays = try ParleyStore.stored(terms.graceDays)
          $0.contact = try terms.contact.stored()
          $0.channel = terms.channel.rawValue
          $0.number = try ParleyStore.stored(number)
          $0.graceEndsMs = graceEndsAt.milliseconds
        })
    case .responded(let answers, let late):
      try .responded(
        .with {
          $0.answers = try answers.map { try $0.stored() }
          $0.late = late
        })
    case .graceExpired: .graceExpired(.init())
    case .impasseDeclared(let by): .impasseDeclared(.with { $0.by = by.rawValue })
    default: nil
    }
  }

  static func readNegotiation(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .reminderSent(let sent):
      .reminderSent(
        try choice(sent.channel), number: Int(sent.number),
        ladder: try sent.ladder.map(RestartedClock.init(stored:)))
    case .demandServed(let served):
      .demandServed(
        DemandTerms(
          amount: try Money(stored: served.amount), graceDays: Int(served.graceDays),
          contact: try EarlierContact(stored: served.contact),
          channel: try choice(served.channel)),
        number: Int(served.number), graceEndsAt: instant(served.graceEndsMs))
    case .responded(let responded):
      .responded(try responded.answers.map(ItemAnswer.init(stored:)), late: responded.late)
    case .graceExpired: .graceExpired
    case .impasseDeclared(let declared): .impasseDeclared(by: try choice(declared.by))
    default: nil
    }
  }
}

extension EarlierContact {
  fileprivate typealias Stored = Parley_Journal_V1_DemandServed.OneOf_Contact

  fileprivate func stored() throws -> Stored {
    switch self {
    case .reminder(let number): .reminder(try ParleyStore.stored(number))
    case .exhibit(let id): .exhibit(try id.stored())
    case .call(let number): .call(try ParleyStore.stored(number))
    case .waived: .waived(true)
    }
  }

  fileprivate init(stored contact: Stored?) throws {
    switch contact {
    case .reminder(let number): self = .reminder(Int(number))
    case .exhibit(let id): self = .exhibit(try ExhibitID(stored: id))
    case .call(let number): self = .call(Int(number))
    case .waived(true): self = .waived
    case .waived(false), nil: throw unreadable("earlier contact")
    }
  }
}
