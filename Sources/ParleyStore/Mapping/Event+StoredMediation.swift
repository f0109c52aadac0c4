import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedMediation() throws -> StoredEvent? {
    switch self {
    case .mediationProposed(let by, let consentBy):
      .mediationProposed(
        .with {
          $0.by = by.rawValue
          $0.consentByMs = consentBy.milliseconds
        })
    case .groundRulesSigned(let by, let groundRules):
      .groundRulesSigned(
        .with {
          $0.by = by.rawValue
          $0.groundRulesSha256 = groundRules.hex
        })
    case .mediationConsented(let closesAt):
      .mediationConsented(.with { $0.closesMs = closesAt.milliseconds })
    case .mediationDeclined(let by): .mediationDeclined(.with { $0.by = by.rawValue })
    case .mediationLapsed: .mediationLapsed(.init())
    case .mediationWithdrawn(let by): .mediationWithdrawn(.with { $0.by = by.rawValue })
    case .mediationEnded: .mediationEnded(.init())
    case .mediationReported(let report):
      .mediationReported(
        .with {
          $0.occurred = report.occurred
          $0.terminated = report.terminated
          $0.settled = report.settled
          $0.attending = report.attending.stored
        })
    case .mediationNoteAdded: .mediationNoteAdded(.init())
    default: try storedSession()
    }
  }

  private func storedSession() throws -> StoredEvent? {
    switch self {
    case .sessionScheduled(let number, let startsAt):
      try .sessionScheduled(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.startsMs = startsAt.milliseconds
        })
    case .sessionOpened(let number, let attending):
      try .sessionOpened(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.attending = attending.stored
        })
    case .sessionAdjourned(let number, let until):
      try .sessionAdjourned(
        .with {
          $0.number = try ParleyStore.stored(number)
          if let until { $0.untilMs = until.milliseconds }
        })
    case .sessionEnded(let number):
      try .sessionEnded(.with { $0.number = try ParleyStore.stored(number) })
    case .caucusOpened(let session, let side):
      try .caucusOpened(
        .with {
          $0.session = try ParleyStore.stored(session)
          $0.with = side.rawValue
        })
    case .caucusEnded(let session):
      try .caucusEnded(.with { $0.session = try ParleyStore.stored(session) })
    default: nil
    }
  }

  static func readMediation(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .mediationProposed(let proposed):
      .mediationProposed(by: try choice(proposed.by), consentBy: instant(proposed.consentByMs))
    case .groundRulesSigned(let signed):
      .groundRulesSigned(
        by: try choice(signed.by), groundRules: try documentHash(signed.groundRulesSha256))
    case .mediationConsented(let consented):
      .mediationConsented(closesAt: instant(consented.closesMs))
    case .mediationDeclined(let declined): .mediationDeclined(by: try choice(declined.by))
    case .mediationLapsed: .mediationLapsed
    case .mediationWithdrawn(let withdrawn): .mediationWithdrawn(by: try choice(withdrawn.by))
    case .mediationEnded: .mediationEnded
    case .mediationReported(let report):
      .mediationReported(
        MediatorReport(
          occurred: report.occurred, terminated: report.terminated, settled: report.settled,
          attending: try sides(report.attending)))
    case .mediationNoteAdded: .mediationNoteAdded
    default: try readSession(event)
    }
  }

  private static func readSession(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .sessionScheduled(let scheduled):
      .sessionScheduled(number: Int(scheduled.number), startsAt: instant(scheduled.startsMs))
    case .sessionOpened(let opened):
      .sessionOpened(number: Int(opened.number), attending: try sides(opened.attending))
    case .sessionAdjourned(let adjourned):
      .sessionAdjourned(
        number: Int(adjourned.number),
        until: adjourned.hasUntilMs ? instant(adjourned.untilMs) : nil)
    case .sessionEnded(let ended): .sessionEnded(number: Int(ended.number))
    case .caucusOpened(let opened):
      .caucusOpened(session: Int(opened.session), with: try choice(opened.with))
    case .caucusEnded(let ended): .caucusEnded(session: Int(ended.session))
    default: nil
    }
  }
}
