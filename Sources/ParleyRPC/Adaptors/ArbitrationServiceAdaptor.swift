import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire

/// `parley.v1.ArbitrationService` on top of the registrar.
struct ArbitrationServiceAdaptor: Parley_V1_ArbitrationService.SimpleServiceProtocol {
  let desks: Desks

  func demandArbitration(
    request: Parley_V1_DemandArbitrationRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .demandArbitration, try .now(), etag: .ofDisputeRequired
    ) { fields, dispute in
      Asked(
        .demandArbitration(
          ArbitrationDemand(
            basis: fields.choice(request.basis, at: "basis"),
            agreement: fields.exhibit(
              request.agreementExhibit, at: "agreement_exhibit", of: dispute
            ).exhibit,
            mediationFirst: fields.choice(request.mediationFirst, at: "mediation_first"),
            feeReference: fields.text(request.feeReference, at: "fee_reference", 1...100))),
        "arbitration.relief", fields.text(request.relief, at: "relief", 1...4000, .paragraphs))
    }
  }

  func answerDemand(
    request: Parley_V1_AnswerDemandRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .answerDemand, try .now()) { fields, dispute in
      var words = Wording()
      return Asked(.answerDemand(fields.answers(request.answers, of: dispute, into: &words)), words)
    }
  }

  func setAsideAward(
    request: Parley_V1_SetAsideAwardRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .setAsideAward, try .now(), etag: .ofDisputeRequired
    ) { fields, dispute in
      var words = Wording()
      words.add(
        "setAside.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
      return Asked(
        .setAsideAward(fields.answers(request.answers, of: dispute, into: &words)), words)
    }
  }

  func requestDefault(
    request: Parley_V1_RequestDefaultRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .requestDefault, try .now()) { _, _ in
      Asked(.requestDefault)
    }
  }

  func issueOrder(
    request: Parley_V1_IssueOrderRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .issueOrder, try .now()) { fields, _ in
      let kind = fields.choice(request.kind, at: "kind")
      if (kind == .evidenceTimetable) != request.hasDueDate {
        fields.refuse("due_date", "Give the last day for EVIDENCE_TIMETABLE, and for that only.")
      }
      return Asked(
        .issueOrder(
          ProceduralOrder(
            kind: kind,
            due: fields.optionalDate(request.dueDate, isSet: request.hasDueDate, at: "due_date"))),
        "order.text", fields.text(request.text, at: "text", 1...10_000, .paragraphs))
    }
  }

  func closeRecord(
    request: Parley_V1_CloseRecordRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .closeRecord, try .now()) { _, _ in
      Asked(.closeRecord)
    }
  }

  func reopenRecord(
    request: Parley_V1_ReopenRecordRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .reopenRecord, try .now()) { fields, _ in
      Asked(
        .reopenRecord, "record.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func addDeliberationNote(
    request: Parley_V1_AddDeliberationNoteRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .addDeliberationNote, try .now()) { fields, _ in
      Asked(
        .addDeliberationNote, "note.text",
        fields.text(request.text, at: "text", 1...10_000, .paragraphs))
    }
  }

  func issueAward(
    request: Parley_V1_IssueAwardRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .issueAward, try .now(), etag: .ofDisputeRequired) {
      fields, _ in
      let text = fields.text(request.text, at: "text", 1...100_000, .paragraphs)
      return Asked(.issueAward(Self.award(request, text, &fields)), "award.text", text)
    }
  }

  func correctAward(
    request: Parley_V1_CorrectAwardRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .correctAward, try .now(), etag: .ofDisputeRequired) {
      fields, _ in
      let text = fields.text(request.text, at: "text", 1...100_000, .paragraphs)
      var asked = Asked(
        .correctAward(document: DocumentText.hash(of: text)), "award.text", text)
      asked.words.add(
        "award.correction", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
      return asked
    }
  }

  func requestConsentAward(
    request: Parley_V1_RequestConsentAwardRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .requestConsentAward, try .now(), etag: .ofDisputeRequired
    ) { _, _ in Asked(.requestConsentAward) }
  }

  func issueConsentAward(
    request: Parley_V1_IssueConsentAwardRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .issueConsentAward, try .now(), etag: .ofDisputeRequired
    ) { fields, _ in
      let text = fields.text(request.text, at: "text", 1...100_000, .paragraphs)
      return Asked(
        .issueConsentAward(document: DocumentText.hash(of: text)), "award.text", text)
    }
  }

  func declineConsentAward(
    request: Parley_V1_DeclineConsentAwardRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .declineConsentAward, try .now(), etag: .ofDisputeRequired
    ) { fields, _ in
      Asked(
        .declineConsentAward, "consentAward.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func agreeAwardBound(
    request: Parley_V1_AgreeAwardBoundRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .agreeAwardBound, try .now(), etag: .ofDisputeRequired
    ) { fields, _ in
      let isBracket = request.hasLow && request.hasHigh && !request.hasFinalOffer
      let isOffer = request.hasFinalOffer && !request.hasLow && !request.hasHigh
      if !isBracket, !isOffer {
        fields.refuse("low", "Give the least and the most of a bracket, or a final offer.")
      }
      guard isBracket else {
        return Asked(
          .agreeAwardBound(
            .finalOffer(
              fields.money(
                request.finalOffer, isSet: isOffer, at: "final_offer", .zeroOrMore))))
      }
      return Asked(
        .agreeAwardBound(
          .highLow(
            low: fields.money(request.low, isSet: true, at: "low", .zeroOrMore),
            high: fields.money(request.high, isSet: true, at: "high", .aboveZero))))
    }
  }

  private static func award(
    _ request: Parley_V1_IssueAwardRequest, _ text: String, _ fields: inout FieldReader
  ) -> AwardTerms {
    if request.items.isEmpty || request.items.count > FieldReader.itemsMax {
      fields.refuse("items", "Give the decision on every item of the claim.")
    }
    let items = request.items.prefix(FieldReader.itemsMax).enumerated().map { index, item in
      let at = "items[\(index + 1)]"
      return ItemAward(
        item: fields.number(item.item, at: at + ".item", 1...FieldReader.itemsMax),
        disposition: fields.choice(item.disposition, at: at + ".disposition"),
        amount: fields.money(item.amount, isSet: item.hasAmount, at: at + ".amount", .zeroOrMore))
    }
    let none = Money.zero(items.first?.amount.currency ?? .unclaimed)
    return AwardTerms(
      items: items,
      interest: fields.optionalMoney(
        request.interest, isSet: request.hasInterest, at: "interest", .zeroOrMore) ?? none,
      costs: fields.optionalMoney(
        request.costs, isSet: request.hasCosts, at: "costs", .zeroOrMore) ?? none,
      payBy: fields.date(request.payByDate, isSet: request.hasPayByDate, at: "pay_by_date"),
      form: fields.choice(request.form, at: "form"), document: DocumentText.hash(of: text),
      counterclaim: request.hasCounterclaim
        ? CounterclaimAward(
          disposition: fields.choice(
            request.counterclaim.disposition, at: "counterclaim.disposition"),
          amount: fields.money(
            request.counterclaim.amount, isSet: request.counterclaim.hasAmount,
            at: "counterclaim.amount", .zeroOrMore)) : nil,
      interestAfter: request.hasInterestAfter
        ? fields.interestAfter(request.interestAfter) : nil)
  }
}
