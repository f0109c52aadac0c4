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
