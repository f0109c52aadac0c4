import GRPCCore
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension AdminServiceAdaptor {
  func listOrganizations(
    request: Parley_V1_ListOrganizationsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListOrganizationsResponse {
    let call = try Call.now()
    let size = try FieldReader.read { $0.pageSize(request.pageSize) }
    let all = try desks.registrar.organizations(for: try call.caller)
      .sorted { ($0.foundedAt, $0.id.text) < ($1.foundedAt, $1.id.text) }
    let page = try desks.pages.page(
      all, size: size, token: request.pageToken, "organizations", call)
    return .with {
      $0.organizations = page.items.map { .init($0, zone: desks.registrar.zone) }
      $0.nextPageToken = page.next
    }
  }

  private static let memberFields = [
    FilterField(name: "organization", comparators: [.equal], values: .name),
    FilterField(
      name: "role", comparators: [.equal], values: .words(Role.allCases.map(\.rawValue))),
  ]

  func listMembers(
    request: Parley_V1_ListMembersRequest, context: ServerContext
  ) async throws -> Parley_V1_ListMembersResponse {
    let call = try Call.now()
    let (size, conditions) = try FieldReader.read { fields in
      (
        fields.pageSize(request.pageSize),
        fields.conditions(request.filter, of: Self.memberFields)
      )
    }
    func fits(_ member: Member) -> Bool {
      conditions.allSatisfy { condition in
        condition.field == "role"
          ? member.roles.contains { $0.rawValue == condition.value }
          : member.organization?.name == condition.value
      }
    }
    let purpose = "members|\(request.filter)"
    let mark = try desks.pages.mark(request.pageToken, purpose, call)
    var after = mark.map { MemberID(String(decoding: $0.bytes.dropFirst(), as: UTF8.self)) }
    var found: [Member] = []
    var next: PageMark?
    search: while true {
      let page = try desks.registrar.members(
        after: after, limit: ServiceLimits.pageRowsMax, for: try call.caller)
      for member in page where member.revokedAt == nil && fits(member) {
        if found.count == size {
          next = found.last.flatMap { PageMark(bytes: [0] + Array($0.id.text.utf8)) }
          break search
        }
        found.append(member)
      }
      guard page.count == ServiceLimits.pageRowsMax, let last = page.last else { break }
      after = last.id
    }
    return try .with {
      $0.members = found.map { .init($0) }
      $0.nextPageToken = try desks.pages.token(next, purpose, call)
    }
  }

  private static let panelFields = [
    FilterField(
      name: "seat", comparators: [.equal], values: .words(Seat.allCases.map(\.rawValue)))
  ]

  func listPanel(
    request: Parley_V1_ListPanelRequest, context: ServerContext
  ) async throws -> Parley_V1_ListPanelResponse {
    let call = try Call.now()
    _ = try call.caller
    let (size, seat) = try FieldReader.read { fields in
      let conditions = fields.conditions(request.filter, of: Self.panelFields)
      return (
        fields.pageSize(request.pageSize),
        conditions.first.flatMap { Seat(rawValue: $0.value) }
      )
    }
    var seats: [MemberID: Set<Seat>] = [:]
    var members: [Member] = []
    for each in Seat.allCases {
      for member in try desks.registrar.panel(each) where member.revokedAt == nil {
        if seats[member.id] == nil { members.append(member) }
        seats[member.id, default: []].insert(each)
      }
    }
    let listed =
      members
      .filter { seat == nil || seats[$0.id, default: []].contains(seat ?? .mediator) }
      .sorted { ($0.name, $0.id.text) < ($1.name, $1.id.text) }
    let page = try desks.pages.page(
      listed, size: size, token: request.pageToken, "panel|\(request.filter)", call)
    return .with {
      $0.panelMembers = page.items.map {
        Self.panelMember($0.id, $0.name, seats[$0.id, default: []])
      }
      $0.nextPageToken = page.next
    }
  }
}
