import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Member {
  init(_ member: Member) {
    self.init()
    name = member.id.name
    displayName = member.name
    grants = Role.allCases.filter(member.roles.contains).map { role in
      .with {
        $0.role = .init(role)
        $0.organization = member.organization?.name ?? ""
      }
    }
    createTime = .init(member.enrolledAt)
  }
}

extension Parley_V1_Session {
  init(_ session: Session, of caller: Caller) {
    self.init()
    name = "sessions/\(session.id)"
    member = session.member.name
    label = session.device
    createTime = .init(session.openedAt)
    expireTime = .init(session.expiresAt)
    current = session.tokenHash == caller.session
  }
}

extension Parley_V1_Organization {
  init(_ organization: Organization, zone: Zone) {
    self.init()
    name = organization.id.name
    displayName = organization.name
    kind = organization.kind == .institution ? .institution : .brokerage
    self.zone = zone.name
    createTime = .init(organization.foundedAt)
  }
}

extension Parley_V1_Clock {
  init(_ clock: ClockReading) {
    self.init()
    name = "clock"
    currentTime = .init(clock.now)
    offset = .with {
      $0.seconds = clock.offset / 1000
      $0.nanos = Int32(clock.offset % 1000) * 1_000_000
    }
    advanceable = clock.isForDevelopment
  }
}

extension Parley_V1_Relation {
  init(_ relation: Relation) {
    self.init()
    name = "relations/\(relation.id)"
    member = relation.member.name
    kind = .init(relation.kind)
    switch relation.counterpart {
    case .organization(let id): organization = id.name
    case .named(let text): counterpart = text
    }
    sinceDate = .init(relation.since)
    note = relation.note
    if let ended = relation.ended { endDate = .init(ended) }
    keeper = relation.keptBy.name
    keepTime = .init(relation.keptAt)
  }
}

extension Parley_V1_ConflictCheck {
  init(_ findings: ConflictFindings) {
    self.init()
    seatsWithClaimant = Int32(clamping: findings.seatsWithClaimant)
    seatsWithRespondent = Int32(clamping: findings.seatsWithRespondent)
    seatsWithCounsel = Int32(clamping: findings.seatsWithCounsel)
    relations = RelationKind.allCases.compactMap { kind in
      findings.relations[kind].map { count in
        .with {
          $0.kind = .init(kind)
          $0.count = Int32(clamping: count)
        }
      }
    }
  }
}
