import GRPCCore
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// `parley.v1.SessionService` on top of the registrar.
struct SessionServiceAdaptor: Parley_V1_SessionService.SimpleServiceProtocol {
  let desks: Desks
  let tries = CodeTries()

  func enrol(
    request: Parley_V1_EnrolRequest, context: ServerContext
  ) async throws -> Parley_V1_EnrolResponse {
    let call = try Call.now()
    try tries.admit(context.remotePeer, now: .now)
    let (name, label) = try FieldReader.read { fields in
      _ = fields.requestID(request.requestID)
      return (
        fields.text(request.displayName, at: "display_name", 0...200),
        fields.text(request.label, at: "label", 0...100)
      )
    }
    do {
      guard let caller = call.guest else {
        return try await enrolNew(request, name: name, label: label)
      }
      let (member, change) = try await desks.registrar.join(
        code: request.code, validateOnly: request.validateOnly, by: caller,
        reply: ChangeDesk.reply)
      return try .with {
        $0.member = .init(member)
        if let change { $0.change = try ChangeDesk.message(change) }
      }
    } catch let refusal as Refusal where refusal == BadCode.refusal {
      tries.note(context.remotePeer, now: .now)
      throw refusal
    }
  }

  private func enrolNew(
    _ request: Parley_V1_EnrolRequest, name: String, label: String
  ) async throws -> Parley_V1_EnrolResponse {
    let enrolment = try await desks.registrar.enrol(
      code: request.code, name: name.isEmpty ? nil : name,
      device: label.isEmpty ? "a device" : label, validateOnly: request.validateOnly,
      reply: ChangeDesk.reply)
    return try .with {
      $0.member = .init(enrolment.member)
      if let change = enrolment.change { $0.change = try ChangeDesk.message(change) }
      guard let token = enrolment.token else { return }
      $0.token = token
      let caller = try desks.registrar.authenticate(token: token)
      let session = try desks.registrar.sessions(of: caller).first {
        $0.tokenHash == caller.session
      }
      if let session { $0.session = .init(session, of: caller) }
    }
  }

  func getSession(
    request: Parley_V1_GetSessionRequest, context: ServerContext
  ) async throws -> Parley_V1_GetSessionResponse {
    let caller = try Call.now().caller
    _ = try FieldReader.read { fields in
      if !["", "sessions/current"].contains(request.name) {
        fields.refuse("name", "Leave this empty, or give sessions/current.")
      }
    }
    let session = try desks.registrar.sessions(of: caller).first {
      $0.tokenHash == caller.session
    }
    guard let session, let member = try desks.registrar.member(caller.actor.member) else {
      throw NotSignedIn()
    }
    return .with {
      $0.session = .init(session, of: caller)
      $0.member = .init(member)
    }
  }

  func listSessions(
    request: Parley_V1_ListSessionsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListSessionsResponse {
    let call = try Call.now()
    let caller = try call.caller
    let size = try FieldReader.read { $0.pageSize(request.pageSize) }
    let open = try desks.registrar.sessions(of: caller).filter {
      $0.endedAt == nil && $0.expiresAt > SystemClock.now()
    }
    let page = try desks.pages.page(open, size: size, token: request.pageToken, "sessions", call)
    return .with {
      $0.sessions = page.items.map { .init($0, of: caller) }
      $0.nextPageToken = page.next
    }
  }

  func revokeSession(
    request: Parley_V1_RevokeSessionRequest, context: ServerContext
  ) async throws -> Parley_V1_RevokeSessionResponse {
    let caller = try Call.now().caller
    let id = try FieldReader.read { fields in
      _ = fields.requestID(request.requestID)
      return fields.session(request.name)
    }
    try await desks.registrar.revokeSession(
      id, request: PeopleRequest(repeatability: nil, validateOnly: request.validateOnly),
      by: caller)
    return Parley_V1_RevokeSessionResponse()
  }

  func signOut(
    request: Parley_V1_SignOutRequest, context: ServerContext
  ) async throws -> Parley_V1_SignOutResponse {
    let caller = try Call.now().caller
    _ = try FieldReader.read { $0.requestID(request.requestID) }
    if !request.validateOnly { try await desks.registrar.signOut(caller) }
    return Parley_V1_SignOutResponse()
  }

  func createSignInCode(
    request: Parley_V1_CreateSignInCodeRequest, context: ServerContext
  ) async throws -> Parley_V1_CreateSignInCodeResponse {
    let caller = try Call.now().caller
    let (member, ask) = try FieldReader.read { fields in
      (
        request.member.isEmpty
          ? caller.actor.member : fields.member(request.member, at: "member"),
        try fields.people(request)
      )
    }
    let code = try await desks.registrar.signInCode(for: member, request: ask, by: caller)
    return .with {
      $0.code = code.code
      $0.expireTime = .init(code.expiresAt)
    }
  }

  func getLimits(
    request: Parley_V1_GetLimitsRequest, context: ServerContext
  ) async throws -> Parley_V1_Limits {
    try getLimits(request, try .now())
  }

  /// The limits of this server; they need no session.
  func getLimits(_ request: Parley_V1_GetLimitsRequest, _ call: Call) throws -> Parley_V1_Limits {
    _ = try FieldReader.read { fields in
      if !["", "limits"].contains(request.name) {
        fields.refuse("name", "Leave this empty, or give limits.")
      }
    }
    return LimitsAnswer.message(desks.registrar.quotas)
  }
}
