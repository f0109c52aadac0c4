import JournalWire
import ParleyDomain
import SwiftProtobuf

// Med-arb consent, counterclaims, and contests of what was recorded for a party.

extension Event {
  func storedRecorded() throws -> StoredEvent? {
    switch self {
    case .medArbConsented(let by, let mediator, let paper):
      .medArbConsented(
        try .with {
          $0.by = by.rawValue
          $0.mediator = mediator.text
          $0.paper = try paper.stored()
        })
    case .counterclaimFiled(let terms, let number, let replyBy):
      .counterclaimFiled(
        try .with {
          $0.amount = terms.amount.stored
          if let leave = terms.leave { $0.leave = try leave.stored() }
          $0.number = try ParleyStore.stored(number)
          $0.replyByMs = replyBy.milliseconds
        })
    case .counterclaimReplied(let reply, let late):
      .counterclaimReplied(
        .with {
          if let admitted = reply.admitted { $0.admitted = admitted.stored }
          $0.late = late
        })
    case .counterclaimReplyLapsed: .counterclaimReplyLapsed(.init())
    case .counterclaimWithdrawn: .counterclaimWithdrawn(.init())
    case .settlementAnnulled: .settlementAnnulled(.init())
    case .contestPeriodBegan(let until):
      .contestPeriodBegan(.with { $0.untilMs = until.milliseconds })
    case .contestPeriodEnded: .contestPeriodEnded(.init())
    case .recordedActContested(let number, let takenBack, let clocks):
      .recordedActContested(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.takenBack = takenBack
          $0.clocks = clocks.map(\.stored)
        })
    case .contestRuled(let number, let upheld):
      .contestRuled(
        try .with {
          $0.number = try ParleyStore.stored(number)
          $0.upheld = upheld
        })
    case .conflictsChecked(let seat, let member, let findings):
      .conflictsChecked(
        try .with {
          $0.seat = seat.rawValue
          $0.member = member.text
          try findings.store(in: &$0)
        })
    default: nil
    }
  }

  static func readRecorded(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .medArbConsented(let consented):
      .medArbConsented(
        by: try choice(consented.by), mediator: MemberID(consented.mediator),
        paper: try ExhibitID(stored: consented.paper))
    case .counterclaimFiled(let filed):
      .counterclaimFiled(
        CounterclaimTerms(
          amount: try Money(stored: filed.amount),
          leave: filed.hasLeave ? try ExhibitID(stored: filed.leave) : nil),
        number: Int(filed.number), replyBy: instant(filed.replyByMs))
    case .counterclaimReplied(let replied):
      .counterclaimReplied(
        CounterclaimReply(
          admitted: replied.hasAdmitted ? try Money(stored: replied.admitted) : nil),
        late: replied.late)
    case .counterclaimReplyLapsed: .counterclaimReplyLapsed
    case .counterclaimWithdrawn: .counterclaimWithdrawn
    case .settlementAnnulled: .settlementAnnulled
    case .contestPeriodBegan(let began): .contestPeriodBegan(until: instant(began.untilMs))
    case .contestPeriodEnded: .contestPeriodEnded
    case .recordedActContested(let contested):
      .recordedActContested(
        number: Int(contested.number), takenBack: contested.takenBack,
        clocks: try contested.clocks.map(RestartedClock.init(stored:)))
    case .contestRuled(let ruled):
      .contestRuled(number: Int(ruled.number), upheld: ruled.upheld)
    case .conflictsChecked(let checked):
      .conflictsChecked(
        try choice(checked.seat), MemberID(checked.member),
        ConflictFindings(
          seatsWithClaimant: Int(checked.seatsWithClaimant),
          seatsWithRespondent: Int(checked.seatsWithRespondent),
          seatsWithCounsel: Int(checked.seatsWithCounsel),
          relations: try checked.relations.reduce(into: [:]) { counts, found in
            counts[try choice(found.kind, RelationKind.self)] = Int(found.count)
          }))
    default: nil
    }
  }
}

extension ConflictFindings {
  fileprivate func store(in checked: inout Parley_Journal_V1_ConflictsChecked) throws {
    checked.seatsWithClaimant = try ParleyStore.stored(seatsWithClaimant)
    checked.seatsWithRespondent = try ParleyStore.stored(seatsWithRespondent)
    checked.seatsWithCounsel = try ParleyStore.stored(seatsWithCounsel)
    checked.relations = try RelationKind.allCases.compactMap { kind in
      try relations[kind].map { count in
        try .with {
          $0.kind = kind.rawValue
          $0.count = try ParleyStore.stored(count)
        }
      }
    }
  }
}
