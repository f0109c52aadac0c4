import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

/// `parley.v1.DisputeService` on top of the registrar.
struct DisputeServiceAdaptor: Parley_V1_DisputeService.SimpleServiceProtocol {
  let desks: Desks

  func fileDispute(
    request: Parley_V1_FileDisputeRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .fileDispute, try .now()) { _, _ in
      Asked(.fileDispute)
    }
  }

  func discardDraft(
    request: Parley_V1_DiscardDraftRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .discardDraft, try .now()) { _, _ in
      Asked(.discardDraft)
    }
  }

  func markDeficient(
    request: Parley_V1_MarkDeficientRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .markDeficient, try .now()) { fields, _ in
      Asked(
        .markDeficient, "deficiency.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func cureDeficiency(
    request: Parley_V1_CureDeficiencyRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .cureDeficiency, try .now()) { fields, _ in
      Asked(
        .cureDeficiency, "cure.text",
        fields.text(request.explanation, at: "explanation", 0...2000, .paragraphs))
    }
  }

  func withdrawDispute(
    request: Parley_V1_WithdrawDisputeRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .withdrawDispute, try .now(), etag: .ofDisputeRequired
    ) { fields, dispute in
      Asked(
        .withdrawDispute(
          withPrejudice: request.withPrejudice,
          consent: fields.optionalExhibit(
            request.consentExhibit, at: "consent_exhibit", of: dispute)),
        "withdrawal.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func closeDispute(
    request: Parley_V1_CloseDisputeRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .closeDispute, try .now(), etag: .ofDisputeRequired
    ) { fields, _ in
      let outcome = fields.choice(request.outcome, at: "outcome")
      if !Self.closingOutcomes.contains(outcome) {
        let known = Self.closingOutcomes.map(\.rawValue).joined(separator: ", ")
        fields.refuse("outcome", "Give one of \(known); other outcomes have their own way.")
      }
      return Asked(
        .closeDispute(outcome), "close.basis",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  /// What a dispute is closed with by hand (T32).
  private static let closingOutcomes: [Outcome] = [
    .timeBarred, .discharged, .assigned, .duplicateOrError,
  ]

  func writeOff(
    request: Parley_V1_WriteOffRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .writeOff, try .now(), etag: .ofDisputeRequired
    ) { fields, _ in
      Asked(
        .writeOff, "writeOff.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func assignOwner(
    request: Parley_V1_AssignOwnerRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .assignOwner, try .now()) { fields, _ in
      Asked(.assignOwner(fields.member(request.owner, at: "owner")))
    }
  }

  func inviteParty(
    request: Parley_V1_InvitePartyRequest, context: ServerContext
  ) async throws -> Parley_V1_InvitePartyResponse {
    let call = try Call.now()
    var seat = (side: Side.claimant, name: "", email: "")
    let slip = try await desks.changes.slip(
      for: request, .inviteParty, call, etag: .ofDispute
    ) { fields, _ in
      seat.side = fields.choice(request.side, at: "side")
      seat.name = fields.text(request.displayName, at: "display_name", 1...200)
      seat.email = fields.text(request.email, at: "email", 3...200)
      var asked = Asked(
        .inviteParty(seat.side, counsel: request.counsel), "invitation.name", seat.name)
      asked.words.add("invitation.email", seat.email)
      return asked
    }
    let (answer, code) = try await desks.registrar.inviteParty(
      try desks.changes.changeRequest(slip, request), side: seat.side, counsel: request.counsel,
      name: seat.name, email: seat.email, by: try call.caller, reply: ChangeDesk.reply)
    return try .with {
      $0.change = try ChangeDesk.message(answer)
      if let code {
        $0.code = code.code
        $0.expireTime = .init(code.expiresAt)
      }
    }
  }
}
