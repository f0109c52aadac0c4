import ParleyDomain
import ParleyStore
import Synchronization

/// The names of people and organizations, in memory: every answer shows some.
final class NameBook: Sendable {
  private struct Pages {
    var members: [MemberID: String] = [:]
    var organizations: [OrganizationID: String] = [:]
    var hasInstitution = false
  }

  private let pages: Mutex<Pages>

  /// Reads all names.
  init(reading journal: Journal) throws {
    var read = Pages()
    try journal.read { registry in
      for organization in try registry.organizations() {
        read.organizations[organization.id] = organization.name
        if organization.kind == .institution { read.hasInstitution = true }
      }
      var after: MemberID?
      while true {
        let page = try registry.members(after: after, limit: 200)
        for member in page { read.members[member.id] = member.name }
        guard page.count == 200, let last = page.last else { return }
        after = last.id
      }
    }
    pages = Mutex(read)
  }

  var hasInstitution: Bool { pages.withLock { $0.hasInstitution } }

  func note(_ member: Member) {
    pages.withLock { $0.members[member.id] = member.name }
  }

  func note(_ organization: Organization) {
    pages.withLock {
      $0.organizations[organization.id] = organization.name
      if organization.kind == .institution { $0.hasInstitution = true }
    }
  }

  func name(of member: MemberID) -> String? { pages.withLock { $0.members[member] } }

  func name(of organization: OrganizationID) -> String? {
    pages.withLock { $0.organizations[organization] }
  }

  func names(of members: some Sequence<MemberID>) -> [MemberID: String] {
    pages.withLock { pages in
      members.reduce(into: [:]) { $0[$1] = pages.members[$1] }
    }
  }
}
