import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire

/// `parley.v1.MediationService` on top of the registrar.
struct MediationServiceAdaptor: Parley_V1_MediationService.SimpleServiceProtocol {
  let desks: Desks

  func proposeMediation(
    request: Parley_V1_ProposeMediationRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .proposeMediation, try .now()) { fields, _ in
      Asked(
        .proposeMediation, "mediation.message",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func consentMediation(
    request: Parley_V1_ConsentMediationRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .consentMediation, try .now()) { fields, _ in
      Asked(
        .consentMediation(
          groundRules: fields.hash(request.groundRulesSha256, at: "ground_rules_sha256")))
    }
  }

  func declineMediation(
    request: Parley_V1_DeclineMediationRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .declineMediation, try .now()) { fields, _ in
      Asked(
        .declineMediation, "decline.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func withdrawMediation(
    request: Parley_V1_WithdrawMediationRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .withdrawMediation, try .now()) { fields, _ in
      Asked(
        .withdrawMediation, "withdrawal.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func declareMediationImpasse(
    request: Parley_V1_DeclareMediationImpasseRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .declareMediationImpasse, try .now()) { _, _ in
      Asked(.declareMediationImpasse)
    }
  }

  func reportMediation(
    request: Parley_V1_ReportMediationRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .reportMediation, try .now()) { fields, _ in
      Asked(
        .reportMediation(
          MediatorReport(
            occurred: request.occurred, terminated: request.terminated, settled: request.settled,
            attending: fields.choices(request.attending, at: "attending"))))
    }
  }

  func scheduleSession(
    request: Parley_V1_ScheduleSessionRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .scheduleSession, try .now()) { fields, _ in
      Asked(
        .scheduleSession(
          startsAt: fields.instant(
            request.startTime, isSet: request.hasStartTime, at: "start_time")))
    }
  }

  func openSession(
    request: Parley_V1_OpenSessionRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .openSession, try .now()) { fields, dispute in
      Asked(
        .openSession(
          number: fields.numbered(request.session, in: "sessions", at: "session", of: dispute)
            .number,
          attending: fields.choices(request.attending, at: "attending")))
    }
  }

  func adjournSession(
    request: Parley_V1_AdjournSessionRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .adjournSession, try .now()) { fields, dispute in
      Asked(
        .adjournSession(
          number: fields.numbered(request.session, in: "sessions", at: "session", of: dispute)
            .number,
          until: fields.optionalInstant(
            request.resumeTime, isSet: request.hasResumeTime, at: "resume_time")))
    }
  }

  func endSession(
    request: Parley_V1_EndSessionRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .endSession, try .now()) { fields, dispute in
      Asked(
        .endSession(
          number: fields.numbered(request.session, in: "sessions", at: "session", of: dispute)
            .number))
    }
  }

  func openCaucus(
    request: Parley_V1_OpenCaucusRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .openCaucus, try .now()) { fields, dispute in
      Asked(
        .openCaucus(
          session: fields.numbered(request.session, in: "sessions", at: "session", of: dispute)
            .number,
          with: fields.choice(request.side, at: "side")))
    }
  }

  func endCaucus(
    request: Parley_V1_EndCaucusRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .endCaucus, try .now()) { fields, dispute in
      Asked(
        .endCaucus(
          session: fields.numbered(request.session, in: "sessions", at: "session", of: dispute)
            .number))
    }
  }

  func addMediationNote(
    request: Parley_V1_AddMediationNoteRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .addMediationNote, try .now()) { fields, _ in
      Asked(
        .addMediationNote(Self.kind(request.kind, request.side, &fields)), "note.text",
        fields.text(request.text, at: "text", 1...10_000, .paragraphs))
    }
  }

  func getGroundRules(
    request: Parley_V1_GetGroundRulesRequest, context: ServerContext
  ) async throws -> Parley_V1_Document {
    let call = try Call.now()
    let id = try FieldReader.read { fields in
      let name = fields.document(request.name)
      if name.document != "ground-rules" {
        fields.refuse("name", "Give a name of the form disputes/{id}/documents/ground-rules.")
      }
      return name.dispute
    }
    call.note(id)
    return try await DocumentDesk(registrar: desks.registrar).document(.groundRules, of: id, call)
  }

  private static func kind(
    _ kind: Parley_V1_MediationNoteKind, _ side: Parley_V1_Side, _ fields: inout FieldReader
  ) -> MediationNoteKind {
    if kind != .caucus, side != .unspecified {
      fields.refuse("side", "Give a side for CAUCUS only.")
    }
    switch kind {
    case .own: return .own
    case .shared: return .shared
    case .caucus: return .caucus(fields.choice(side, at: "side"))
    case .unspecified, .UNRECOGNIZED:
      fields.refuse("kind", "Give one of OWN, CAUCUS, SHARED.")
      return .own
    }
  }
}
