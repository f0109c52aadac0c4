import GRPCCore
import ParleyDomain
import ParleyWire

/// `parley.v1.NeutralService` on top of the registrar.
struct NeutralServiceAdaptor: Parley_V1_NeutralService.SimpleServiceProtocol {
  let desks: Desks

  func nominateNeutral(
    request: Parley_V1_NominateNeutralRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .nominateNeutral, try .now()) { fields, _ in
      Asked(.nominateNeutral(fields.member(request.member, at: "member")))
    }
  }

  func recuseNeutral(
    request: Parley_V1_RecuseNeutralRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recuseNeutral, try .now()) { fields, _ in
      Asked(
        .recuseNeutral, "recusal.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func consentMedArb(
    request: Parley_V1_ConsentMedArbRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .consentMedArb, try .now()) { fields, dispute in
      Asked(
        .consentMedArb(
          paper: fields.exhibit(request.paperExhibit, at: "paper_exhibit", of: dispute).exhibit))
    }
  }

  func declineNomination(
    request: Parley_V1_DeclineNominationRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .declineNomination, try .now()) { fields, _ in
      Asked(
        .declineNomination, "nomination.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func discloseConflicts(
    request: Parley_V1_DiscloseConflictsRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .discloseConflicts, try .now()) { fields, _ in
      Asked(
        .discloseConflicts(
          ConflictDisclosure(
            hasConflict: request.hasConflict_p, acceptsAppointment: request.acceptsAppointment)),
        "disclosure.text", fields.text(request.text, at: "text", 1...4000, .paragraphs))
    }
  }

  func objectToNeutral(
    request: Parley_V1_ObjectToNeutralRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .objectToNeutral, try .now()) { fields, _ in
      Asked(
        .objectToNeutral(fields.choice(request.ground, at: "ground")), "objection.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func ruleOnObjection(
    request: Parley_V1_RuleOnObjectionRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .ruleOnObjection, try .now()) { fields, _ in
      Asked(
        .ruleOnObjection(upheld: request.upheld), "ruling.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func waiveConflict(
    request: Parley_V1_WaiveConflictRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .waiveConflict, try .now()) { _, _ in
      Asked(.waiveConflict)
    }
  }

  func appointNeutral(
    request: Parley_V1_AppointNeutralRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .appointNeutral, try .now()) { fields, _ in
      Asked(.appointNeutral(fields.member(request.member, at: "member")))
    }
  }
}
