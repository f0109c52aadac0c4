import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire

/// `parley.v1.ProcedureService` on top of the registrar.
struct ProcedureServiceAdaptor: Parley_V1_ProcedureService.SimpleServiceProtocol {
  let desks: Desks

  func placeHold(
    request: Parley_V1_PlaceHoldRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .placeHold, try .now()) { fields, dispute in
      var words = Wording()
      words.add("hold.basis", fields.text(request.basis, at: "basis", 1...2000, .paragraphs))
      words.add("hold.reference", fields.text(request.reference, at: "reference", 0...200))
      return Asked(
        .placeHold(
          HoldTerms(
            kind: fields.choice(request.kind, at: "kind"),
            until: fields.optionalDate(
              request.untilDate, isSet: request.hasUntilDate, at: "until_date"),
            document: fields.optionalExhibit(request.document, at: "document", of: dispute))),
        words)
    }
  }

  func liftHold(
    request: Parley_V1_LiftHoldRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .liftHold, try .now()) { fields, _ in
      Asked(
        .liftHold(number: fields.number(request.number, at: "number", 1...10_000)), "hold.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func extendDeadline(
    request: Parley_V1_ExtendDeadlineRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .extendDeadline, try .now()) { fields, dispute in
      Asked(
        .extendDeadline(
          Extension(
            kind: Self.kind(request.kind, &fields),
            until: fields.date(
              request.untilDate, isSet: request.hasUntilDate, at: "until_date"),
            consent: fields.optionalExhibit(
              request.consentExhibit, at: "consent_exhibit", of: dispute))),
        "extension.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func amendClaim(
    request: Parley_V1_AmendClaimRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .amendClaim, try .now(), etag: .ofDisputeRequired
    ) { fields, dispute in
      var words = Wording()
      words.add(
        "amendment.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
      return Asked(
        .amendClaim(
          ClaimAmendment(
            items: fields.amendedItems(request.items, into: &words),
            withdrawn: request.withdrawnItems.prefix(FieldReader.itemsMax).enumerated().map {
              fields.number($1, at: "withdrawn_items[\($0 + 1)]", 1...FieldReader.itemsMax)
            },
            consent: fields.optionalExhibit(
              request.consentExhibit, at: "consent_exhibit", of: dispute))), words)
    }
  }

  func amendParty(
    request: Parley_V1_AmendPartyRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .amendParty, try .now(), etag: .ofDisputeRequired
    ) { fields, dispute in
      var words = Wording()
      fields.party(
        request.respondent, "respondent", nameLengthMin: request.replaces ? 1 : 0, into: &words)
      words.add(
        "amendment.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
      return Asked(
        .amendParty(
          PartyAmendment(
            replaces: request.replaces,
            consent: fields.optionalExhibit(
              request.consentExhibit, at: "consent_exhibit", of: dispute),
            zone: fields.zone(request.respondent, "respondent") {
              desks.registrar.knowsZone($0)
            })), words)
    }
  }

  func reopenDispute(
    request: Parley_V1_ReopenDisputeRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .reopenDispute, try .now(), etag: .ofDisputeRequired
    ) { fields, _ in
      Asked(
        .reopenDispute, "reopening.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func contestRecorded(
    request: Parley_V1_ContestRecordedRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .contestRecorded, try .now()) { fields, dispute in
      Asked(
        .contestRecorded(
          fields.recordedActName(request.recordedAct, at: "recorded_act", of: dispute)),
        "contest.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func ruleOnContest(
    request: Parley_V1_RuleOnContestRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .ruleOnContest, try .now()) { fields, dispute in
      Asked(
        .ruleOnContest(
          fields.recordedActName(request.recordedAct, at: "recorded_act", of: dispute),
          upheld: request.upheld),
        "contestRuling.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  private static func kind(
    _ kind: Parley_V1_DeadlineKind, _ fields: inout FieldReader
  ) -> DeadlineKind {
    switch kind {
    case .cure: return .cure
    case .grace: return .grace
    case .mediationConsent: return .mediationConsent
    case .mediationWindow: return .mediationWindow
    case .answer: return .answer
    case .exchange: return .exchange
    case .award: return .award
    case .payBy: return .payBy
    case .reply: return .reply
    default:
      fields.refuse(
        "kind",
        "Give CURE, GRACE, MEDIATION_CONSENT, MEDIATION_WINDOW, ANSWER, EXCHANGE, AWARD, PAY_BY or REPLY;"
          + " no other deadline can be lengthened.")
      return .grace
    }
  }
}
