import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedExpiry() throws -> StoredEvent? {
    switch self {
    case .limitationMoved(let limitation, let clocks):
      .limitationMoved(
        try .with {
          $0.last = limitation.last.stored
          $0.endsMs = limitation.endsAt.milliseconds
          if let finding = limitation.finding { $0.finding = try finding.stored() }
          $0.clocks = clocks.map(\.stored)
        })
    case .expiryAlerted(let kind, let daysBefore, let endsAt):
      .expiryAlerted(
        try .with {
          $0.of = kind.rawValue
          $0.daysBefore = try ParleyStore.stored(daysBefore)
          $0.endsMs = endsAt.milliseconds
        })
    case .judgmentExpirySet(let until, let clocks):
      .judgmentExpirySet(
        .with {
          $0.until = until.stored
          $0.clocks = clocks.map(\.stored)
        })
    case .judgmentRenewed(let record, let until, let clocks):
      .judgmentRenewed(
        try .with {
          $0.record = try record.stored()
          $0.until = until.stored
          $0.clocks = clocks.map(\.stored)
        })
    case .judgmentExpired: .judgmentExpired(.init())
    case .remindersPaused(let until):
      .remindersPaused(.with { $0.untilMs = until.milliseconds })
    case .contactWishesStated(let wishes):
      .contactWishesStated(
        .with {
          $0.optedOut = Channel.allCases.filter(wishes.optedOut.contains).map(\.rawValue)
          $0.ceases = wishes.ceases
        })
    default: nil
    }
  }

  static func readExpiry(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .limitationMoved(let moved):
      .limitationMoved(
        Limitation(
          last: try CivilDate(stored: moved.last), endsAt: instant(moved.endsMs),
          finding: moved.hasFinding ? try LimitationFinding(stored: moved.finding) : nil),
        clocks: try moved.clocks.map(RestartedClock.init(stored:)))
    case .expiryAlerted(let alerted):
      .expiryAlerted(
        try choice(alerted.of), daysBefore: Int(alerted.daysBefore),
        endsAt: instant(alerted.endsMs))
    case .judgmentExpirySet(let set):
      .judgmentExpirySet(
        try CivilDate(stored: set.until), clocks: try set.clocks.map(RestartedClock.init(stored:)))
    case .judgmentRenewed(let renewed):
      .judgmentRenewed(
        try CourtRecord(stored: renewed.record), until: try CivilDate(stored: renewed.until),
        clocks: try renewed.clocks.map(RestartedClock.init(stored:)))
    case .judgmentExpired: .judgmentExpired
    case .remindersPaused(let paused): .remindersPaused(until: instant(paused.untilMs))
    case .contactWishesStated(let wishes):
      .contactWishesStated(
        ContactWishes(
          optedOut: Set(try wishes.optedOut.map { try choice($0) }), ceases: wishes.ceases))
    default: nil
    }
  }
}

extension LimitationFinding {
  func stored() throws -> Parley_Journal_V1_LimitationFinding {
    try .with {
      $0.table = table
      $0.jurisdiction = jurisdiction
      $0.item = try ParleyStore.stored(item)
      $0.start = start.rawValue
      $0.from = from.stored
      $0.delayMonths = try ParleyStore.stored(delayMonths)
      $0.months = try ParleyStore.stored(months)
      $0.restarts = LimitationRow.Restart.allCases.filter(restarts.contains).map(\.rawValue)
      $0.begunBy = begun?.by.rawValue ?? ""
      $0.begunOn = begun?.on.stored ?? ""
      $0.source = source
      $0.asOf = asOf.stored
      $0.confidence = confidence.rawValue
    }
  }

  init(stored finding: Parley_Journal_V1_LimitationFinding) throws {
    self.init(
      table: finding.table, jurisdiction: finding.jurisdiction, item: Int(finding.item),
      start: try choice(finding.start), from: try CivilDate(stored: finding.from),
      delayMonths: Int(finding.delayMonths), months: Int(finding.months),
      restarts: Set(try finding.restarts.map { try choice($0) }),
      begun: finding.begunBy.isEmpty
        ? nil
        : Begun(by: try choice(finding.begunBy), on: try CivilDate(stored: finding.begunOn)),
      source: finding.source, asOf: try CivilDate(stored: finding.asOf),
      confidence: try choice(finding.confidence))
  }
}

extension RestartedClock {
  var stored: Parley_Journal_V1_RestartedClock {
    .with {
      $0.kind = kind.name
      $0.dueMs = dueAt.milliseconds
    }
  }

  init(stored clock: Parley_Journal_V1_RestartedClock) throws {
    self.init(kind: try DeadlineKind(stored: clock.kind), dueAt: instant(clock.dueMs))
  }
}

extension DeadlineKind {
  /// The kinds that are stored by name: those that begin with an entry or begin anew.
  init(stored name: String) throws {
    let kinds: [DeadlineKind] = [
      .cure, .grace, .mediationConsent, .mediationWindow, .answer, .exchange, .award,
      .correctionWindow, .payBy, .limitation, .judgmentExpiry, .reply,
    ]
    let cut = name.lastIndex(of: "_") ?? name.startIndex
    if let kind = kinds.first(where: { $0.name == name }) {
      self = kind
    } else if let number = Int(name[cut...].dropFirst()) {
      let numbered: [DeadlineKind] = [
        .reminder(number), .limitationAlert(number), .judgmentAlert(number),
      ]
      guard let kind = numbered.first(where: { $0.name == name }) else {
        throw unreadable("deadline")
      }
      self = kind
    } else {
      throw unreadable("deadline")
    }
  }
}
