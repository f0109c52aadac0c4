import GRPCCore
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// `parley.v1.AdminService` on top of the registrar.
struct AdminServiceAdaptor: Parley_V1_AdminService.SimpleServiceProtocol {
  let desks: Desks

  func createOrganization(
    request: Parley_V1_CreateOrganizationRequest, context: ServerContext
  ) async throws -> Parley_V1_Organization {
    let caller = try Call.now().caller
    try caller.require(.administrator)
    let zone = desks.registrar.zone
    let (name, ask) = try FieldReader.read { fields in
      if request.kind != .brokerage {
        fields.refuse(
          "kind", "Give BROKERAGE; an institution is founded with the server's data directory.")
      }
      if !request.zone.isEmpty, request.zone != zone.name {
        fields.refuse(
          "zone", "This server counts its days in \(zone.name): give that, or leave it empty.")
      }
      return (
        fields.text(request.displayName, at: "display_name", 1...200),
        try fields.people(request)
      )
    }
    return .init(
      try await desks.registrar.createOrganization(name: name, request: ask, by: caller),
      zone: zone)
  }

  func createInvitation(
    request: Parley_V1_CreateInvitationRequest, context: ServerContext
  ) async throws -> Parley_V1_CreateInvitationResponse {
    let caller = try Call.now().caller
    try caller.require(.administrator, .supervisor)
    let (spec, ask) = try FieldReader.read { fields in
      (
        InvitationSpec(
          role: fields.choice(request.role, at: "role"),
          organization: request.organization.isEmpty
            ? nil : fields.organization(request.organization, at: "organization"),
          name: fields.text(request.displayName, at: "display_name", 1...200),
          email: fields.text(request.email, at: "email", 3...200)),
        try fields.people(request)
      )
    }
    let code = try await desks.registrar.invite(spec, request: ask, by: caller)
    return .with {
      $0.code = code.code
      $0.expireTime = .init(code.expiresAt)
    }
  }

  func closeMember(
    request: Parley_V1_CloseMemberRequest, context: ServerContext
  ) async throws -> Parley_V1_CloseMemberResponse {
    let caller = try Call.now().caller
    try caller.require(.administrator)
    let (member, ask) = try FieldReader.read { fields in
      (fields.member(request.name, at: "name"), try fields.people(request))
    }
    try await desks.registrar.closeMember(member, request: ask, by: caller)
    return Parley_V1_CloseMemberResponse()
  }

  func addToPanel(
    request: Parley_V1_AddToPanelRequest, context: ServerContext
  ) async throws -> Parley_V1_PanelMember {
    let caller = try Call.now().caller
    try caller.require(.administrator)
    let (member, seats, ask) = try FieldReader.read { fields in
      if request.seats.isEmpty { fields.refuse("seats", "Give at least one seat.") }
      return (
        fields.member(request.member, at: "member"),
        fields.choices(request.seats, at: "seats"), try fields.people(request)
      )
    }
    try await desks.registrar.setPanel(member, seats: seats, request: ask, by: caller)
    let name = try desks.registrar.member(member)?.name ?? ""
    return Self.panelMember(member, name, seats)
  }

  func removeFromPanel(
    request: Parley_V1_RemoveFromPanelRequest, context: ServerContext
  ) async throws -> Parley_V1_RemoveFromPanelResponse {
    let caller = try Call.now().caller
    try caller.require(.administrator)
    let (member, ask) = try FieldReader.read { fields in
      (fields.member(request.member, at: "member"), try fields.people(request))
    }
    try await desks.registrar.setPanel(member, seats: [], request: ask, by: caller)
    return Parley_V1_RemoveFromPanelResponse()
  }

  func getClock(
    request: Parley_V1_GetClockRequest, context: ServerContext
  ) async throws -> Parley_V1_Clock {
    _ = try Call.now().caller
    _ = try FieldReader.read { fields in
      if !["", "clock"].contains(request.name) {
        fields.refuse("name", "Leave this empty, or give clock.")
      }
    }
    return .init(desks.registrar.clock())
  }

  func advanceClock(
    request: Parley_V1_AdvanceClockRequest, context: ServerContext
  ) async throws -> Parley_V1_Clock {
    let caller = try Call.now().caller
    try caller.require(.administrator)
    let (milliseconds, ask) = try FieldReader.read { fields in
      let step = request.step
      let isWhole = step.nanos % 1_000_000 == 0 && step.nanos >= 0 && step.nanos < 1_000_000_000
      let largest = ServiceLimits.clockAdvanceMillisecondsMax
      guard isWhole, step.seconds >= 0, step.seconds <= largest / 1000 else {
        fields.refuse("step", "Give a time of more than nothing and at most ten years.")
        return (Int64(0), PeopleRequest.plain)
      }
      return (
        step.seconds * 1000 + Int64(step.nanos / 1_000_000), try fields.people(request)
      )
    }
    return .init(
      try await desks.registrar.advanceClock(by: milliseconds, request: ask, by: caller))
  }

  func rotateKey(
    request: Parley_V1_RotateKeyRequest, context: ServerContext
  ) async throws -> Parley_V1_SigningKey {
    let caller = try Call.now().caller
    try caller.require(.administrator)
    let ask = try FieldReader.read { fields in try fields.people(request) }
    return .init(try await desks.registrar.rotateKey(request: ask, by: caller))
  }

  static func panelMember(
    _ member: MemberID, _ name: String, _ seats: Set<Seat>
  ) -> Parley_V1_PanelMember {
    .with {
      $0.member = member.name
      $0.displayName = name
      $0.seats = Seat.allCases.filter(seats.contains).map { .init($0) }
    }
  }
}
