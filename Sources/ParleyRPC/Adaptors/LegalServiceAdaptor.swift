import GRPCCore
import ParleyDomain
import ParleyWire

/// `parley.v1.LegalService` on top of the registrar.
struct LegalServiceAdaptor: Parley_V1_LegalService.SimpleServiceProtocol {
  let desks: Desks

  func assessPath(
    request: Parley_V1_AssessPathRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .assessPath, try .now()) { fields, _ in
      Asked(
        .assessPath(fields.choice(request.choice, at: "choice")), "assessment.reason",
        fields.text(request.reason, at: "reason", 1...4000, .paragraphs))
    }
  }

  func referCollections(
    request: Parley_V1_ReferCollectionsRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .referCollections, try .now(), etag: .ofDisputeRequired)
    { fields, _ in
      Asked(
        .referCollections(
          contingencyBasisPoints: fields.number(
            request.contingencyBasisPoints, at: "contingency_basis_points", 0...10_000)),
        "referral.agency", fields.text(request.agency, at: "agency", 1...200))
    }
  }

  func recallCollections(
    request: Parley_V1_RecallCollectionsRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recallCollections, try .now()) { fields, _ in
      Asked(
        .recallCollections, "recall.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func referCounsel(
    request: Parley_V1_ReferCounselRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .referCounsel, try .now(), etag: .ofDisputeRequired) {
      fields, _ in
      Asked(
        .referCounsel, "referral.counsel",
        fields.text(request.counsel, at: "counsel", 1...200))
    }
  }

  func recordFiling(
    request: Parley_V1_RecordFilingRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recordFiling, try .now()) { fields, dispute in
      var words = Wording()
      let record = Self.record(
        request.record, isSet: request.hasRecord, .namesCourt, dispute, &fields, &words)
      return Asked(.recordFiling(record), words)
    }
  }

  func recordService(
    request: Parley_V1_RecordServiceRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recordService, try .now()) { fields, dispute in
      var words = Wording()
      let record = Self.record(
        request.record, isSet: request.hasRecord, .nothing, dispute, &fields, &words)
      return Asked(.recordService(record), words)
    }
  }

  func recordDismissal(
    request: Parley_V1_RecordDismissalRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recordDismissal, try .now()) { fields, dispute in
      var words = Wording()
      let record = Self.record(
        request.record, isSet: request.hasRecord, .nothing, dispute, &fields, &words)
      return Asked(.recordDismissal(record, refused: request.refused), words)
    }
  }

  func recordJudgment(
    request: Parley_V1_RecordJudgmentRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recordJudgment, try .now()) { fields, dispute in
      var words = Wording()
      let record = Self.record(
        request.record, isSet: request.hasRecord, .namesCourt, dispute, &fields, &words)
      return Asked(
        .recordJudgment(
          record,
          amount: fields.money(request.amount, isSet: request.hasAmount, at: "amount", .aboveZero),
          until: fields.optionalDate(
            request.expireDate, isSet: request.hasExpireDate, at: "expire_date"),
          interestAfter: request.hasInterestAfter
            ? fields.interestAfter(request.interestAfter) : nil),
        words)
    }
  }

  func recordRenewal(
    request: Parley_V1_RecordRenewalRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recordRenewal, try .now()) { fields, dispute in
      var words = Wording()
      let record = Self.record(
        request.record, isSet: request.hasRecord, .reference, dispute, &fields, &words)
      return Asked(
        .recordRenewal(
          record,
          until: fields.date(
            request.expireDate, isSet: request.hasExpireDate, at: "expire_date")), words)
    }
  }

  func recordEnforcement(
    request: Parley_V1_RecordEnforcementRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recordEnforcement, try .now()) { fields, dispute in
      var words = Wording()
      let record = Self.record(
        request.record, isSet: request.hasRecord, .reference, dispute, &fields, &words)
      return Asked(
        .recordEnforcement(
          record, kind: fields.choice(request.kind, at: "kind"),
          garnishment: request.hasGarnishment
            ? Self.garnishment(request.garnishment, &fields) : nil), words)
    }
  }

  private static func garnishment(
    _ taken: Parley_V1_GarnishmentRecord, _ fields: inout FieldReader
  ) -> Garnishment {
    let at = "garnishment."
    return Garnishment(
      disposable: fields.money(
        taken.disposableEarnings, isSet: taken.hasDisposableEarnings,
        at: at + "disposable_earnings", .aboveZero),
      period: fields.choice(taken.period, at: at + "period"),
      withheld: fields.money(
        taken.withheld, isSet: taken.hasWithheld, at: at + "withheld", .aboveZero))
  }

  func recordSatisfaction(
    request: Parley_V1_RecordSatisfactionRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .recordSatisfaction, try .now()) { fields, dispute in
      var words = Wording()
      let record = Self.record(
        request.record, isSet: request.hasRecord, .reference, dispute, &fields, &words)
      return Asked(.recordSatisfaction(record), words)
    }
  }

  /// What a record says of the court.
  private enum CourtWords {
    case namesCourt
    /// A number alone, such as that of the enforcement.
    case reference
    /// The filing has said it.
    case nothing
  }

  private static func record(
    _ record: Parley_V1_CourtRecord, isSet: Bool, _ kind: CourtWords, _ dispute: DisputeID,
    _ fields: inout FieldReader, _ words: inout Wording
  ) -> CourtRecord {
    if kind != .namesCourt, !record.court.isEmpty {
      fields.refuse("record.court", "Leave this empty: the filing names the court.")
    }
    switch kind {
    case .namesCourt:
      words.add("court.name", fields.text(record.court, at: "record.court", 1...200))
      words.add(
        "court.number", fields.text(record.courtNumber, at: "record.court_number", 1...100))
    case .reference:
      words.add(
        "court.reference", fields.text(record.courtNumber, at: "record.court_number", 0...100))
    case .nothing:
      if !record.courtNumber.isEmpty {
        fields.refuse("record.court_number", "Leave this empty: the filing has the number.")
      }
    }
    return CourtRecord(
      document: fields.exhibit(record.document, at: "record.document", of: dispute).exhibit,
      on: fields.date(
        record.eventDate, isSet: isSet && record.hasEventDate, at: "record.event_date"))
  }
}
