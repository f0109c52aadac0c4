import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

// What is said of exhibits after they were filed, and their way.
extension EvidenceServiceAdaptor {
  func linkExhibit(
    request: Parley_V1_LinkExhibitRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .linkExhibit, try .now()) { fields, dispute in
      Asked(
        .linkExhibit(
          fields.exhibit(request.exhibit, at: "exhibit", of: dispute).exhibit,
          items: fields.itemNumbers(request.items)))
    }
  }

  func objectToExhibit(
    request: Parley_V1_ObjectToExhibitRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .objectToExhibit, try .now()) { fields, dispute in
      Asked(
        .objectToExhibit(
          fields.exhibit(request.exhibit, at: "exhibit", of: dispute).exhibit,
          fields.choice(request.ground, at: "ground")),
        "exhibitObjection.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs)
      )
    }
  }

  func withdrawExhibitObjection(
    request: Parley_V1_WithdrawExhibitObjectionRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .withdrawExhibitObjection, try .now()
    ) { fields, _ in
      Asked(
        .withdrawExhibitObjection(
          number: fields.number(request.objection, at: "objection", 1...Int(Int32.max))),
        "exhibitWithdrawal.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func ruleOnExhibit(
    request: Parley_V1_RuleOnExhibitRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .ruleOnExhibit, try .now()) { fields, _ in
      Asked(
        .ruleOnExhibit(
          objection: fields.number(request.objection, at: "objection", 1...Int(Int32.max)),
          fields.choice(request.ruling, at: "ruling")),
        "exhibitRuling.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func noticeDeficiency(
    request: Parley_V1_NoticeDeficiencyRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .noticeDeficiency, try .now()) { fields, dispute in
      Asked(
        .noticeDeficiency(
          fields.exhibit(request.exhibit, at: "exhibit", of: dispute).exhibit,
          fields.choice(request.lack, at: "lack"),
          cureBy: fields.date(
            request.cureByDate, isSet: request.hasCureByDate, at: "cure_by_date")),
        "exhibitDeficiency.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func listCustody(
    request: Parley_V1_ListCustodyRequest, context: ServerContext
  ) async throws -> Parley_V1_ListCustodyResponse {
    let call = try Call.now()
    let (name, size) = try FieldReader.read {
      ($0.exhibit(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(name.dispute)
    let found = try await desks.registrar.custody(
      of: name.exhibit, in: name.dispute, for: try call.caller)
    let page = try desks.pages.page(
      found.steps, size: size, token: request.pageToken,
      "custody|\(name.dispute.exhibit(name.exhibit))", call)
    return .with {
      $0.steps = page.items.map { .init($0, of: found.exhibit, in: name.dispute) }
      $0.nextPageToken = page.next
    }
  }
}

extension FieldReader {
  /// Reads numbers of claim items.
  mutating func itemNumbers(_ numbers: [Int32]) -> [Int] {
    if numbers.count > Self.itemsMax { refuse("items", "Give at most \(Self.itemsMax) items.") }
    return numbers.prefix(Self.itemsMax).enumerated().map { index, number in
      self.number(number, at: "items[\(index + 1)]", 1...Self.itemsMax)
    }
  }

  /// Reads where a file comes from; who collected it is a word.
  mutating func provenance(
    _ stated: Parley_V1_Provenance, into words: inout Wording
  ) -> Provenance {
    words.add(
      "exhibit.collectedBy", text(stated.collector, at: "provenance.collector", 0...200))
    return Provenance(
      collectedAt: optionalInstant(
        stated.collectTime, isSet: stated.hasCollectTime, at: "provenance.collect_time"),
      method: optionalChoice(stated.method, at: "provenance.method"),
      consent: optionalChoice(stated.consent, at: "provenance.consent"))
  }

  /// Reads what an exhibit is of another one; by whom it was made, and the language, are words.
  mutating func rendition(
    _ stated: Parley_V1_Rendition, isSet: Bool, of dispute: DisputeID, into words: inout Wording
  ) -> Rendition? {
    guard isSet else { return nil }
    words.add("exhibit.madeBy", text(stated.maker, at: "rendition.maker", 0...200))
    words.add("exhibit.language", text(stated.language, at: "rendition.language", 0...200))
    return Rendition(
      choice(stated.kind, at: "rendition.kind"),
      of: exhibit(stated.original, at: "rendition.original", of: dispute).exhibit,
      certified: stated.certified)
  }
}
