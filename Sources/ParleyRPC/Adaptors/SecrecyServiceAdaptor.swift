import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire

/// `parley.v1.SecrecyService` on top of the registrar.
struct SecrecyServiceAdaptor: Parley_V1_SecrecyService.SimpleServiceProtocol {
  let desks: Desks

  func proposeWaiver(
    request: Parley_V1_ProposeWaiverRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .proposeWaiver, try .now()) { fields, dispute in
      Asked(
        .proposeWaiver(Self.scope(request, &fields, of: dispute)), "waiver.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  func signWaiver(
    request: Parley_V1_SignWaiverRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .signWaiver, try .now()) { fields, dispute in
      Asked(
        .signWaiver(
          number: fields.numbered(request.waiver, in: "waivers", at: "waiver", of: dispute).number,
          ownNotes: request.ownNotes))
    }
  }

  func withdrawWaiver(
    request: Parley_V1_WithdrawWaiverRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .withdrawWaiver, try .now()) { fields, dispute in
      Asked(
        .withdrawWaiver(
          number: fields.numbered(
            request.waiver, in: "waivers", at: "waiver", of: dispute
          ).number))
    }
  }

  func publishNote(
    request: Parley_V1_PublishNoteRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    let call = try Call.now()
    let slip = try await desks.changes.slip(
      for: request, .publishNote, call, etag: .ofDispute
    ) { fields, _ in
      let note = NoteReference(
        kind: fields.choice(request.kind, at: "kind"),
        compartment: fields.choice(request.compartment, at: "compartment"),
        number: fields.number(request.number, at: "number", 1...Int(Int32.max)))
      if request.items.count > FieldReader.itemsMax {
        fields.refuse("items", "Give at most \(FieldReader.itemsMax) items.")
      }
      let items = request.items.prefix(FieldReader.itemsMax).enumerated().map { index, number in
        fields.number(number, at: "items[\(index + 1)]", 1...FieldReader.itemsMax)
      }
      var words = Wording()
      words.add("exhibit.title", fields.text(request.title, at: "title", 1...200))
      return Asked(publishing: note, items: items, words)
    }
    let answer = try await desks.registrar.publish(
      try desks.changes.changeRequest(slip, request), by: try call.caller,
      reply: ChangeDesk.reply)
    return try ChangeDesk.message(answer)
  }

  func requestErasure(
    request: Parley_V1_RequestErasureRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .requestErasure, try .now()) { fields, dispute in
      Asked(
        .requestErasure(
          fields.erasureTarget(request.target, at: "target", of: dispute),
          fields.choice(request.basis, at: "basis")), "erasure.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func grantErasure(
    request: Parley_V1_GrantErasureRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .grantErasure, try .now()) { fields, dispute in
      let erasure = fields.erasure(request.erasure, at: "erasure", of: dispute)
      return Asked(.grantErasure(erasure.compartment, number: erasure.number))
    }
  }

  func refuseErasure(
    request: Parley_V1_RefuseErasureRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .refuseErasure, try .now()) { fields, dispute in
      let erasure = fields.erasure(request.erasure, at: "erasure", of: dispute)
      return Asked(
        .refuseErasure(erasure.compartment, number: erasure.number), "erasure.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }

  private static func scope(
    _ request: Parley_V1_ProposeWaiverRequest, _ fields: inout FieldReader, of dispute: DisputeID
  ) -> WaiverScope {
    let named = request.exhibits.count + request.notes.count + request.calls.count
    guard named <= FieldReader.itemsMax else {
      fields.refuse("exhibits", "Name at most \(FieldReader.itemsMax) things, or the whole.")
      return WaiverScope(whole: true)
    }
    var items: [MediationItem] = []
    for (index, name) in request.exhibits.enumerated() {
      let at = "exhibits[\(index + 1)]"
      let exhibit = fields.exhibit(name, at: at, of: dispute).exhibit
      if exhibit.compartment != .mediation, exhibit.number > 0 {
        fields.refuse(at, "Name an exhibit of the mediation, such as mediation-1.")
      }
      items.append(.exhibit(exhibit.number))
    }
    for (index, number) in request.notes.enumerated() {
      items.append(.note(fields.number(number, at: "notes[\(index + 1)]", 1...Int(Int32.max))))
    }
    for (index, number) in request.calls.enumerated() {
      items.append(.call(fields.number(number, at: "calls[\(index + 1)]", 1...Int(Int32.max))))
    }
    return WaiverScope(whole: request.whole, items: items)
  }
}
