import ParleyDomain
import ParleyService
import ParleyWire

extension EvidenceServiceAdaptor {
  /// The spec of an upload, read.
  struct UploadDraft: Sendable {
    let spec: UploadSpec
    let freshness: Freshness
    let repeatability: Repeatability
  }

  /// Reads the spec of an upload. Throws every problem at once, where the caller may know of them.
  func read(_ request: Parley_V1_UploadSpec, _ call: Call) async throws -> UploadDraft {
    let slip = try await desks.changes.slip(
      for: request, .addExhibit, call, etag: .ofDispute
    ) { fields, dispute in
      var words = Wording()
      words.add("exhibit.title", fields.text(request.title, at: "title", 1...200))
      words.add("exhibit.source", fields.text(request.source, at: "source", 0...300))
      words.add("exhibit.fileName", fields.text(request.fileName, at: "file_name", 0...200))
      words.add(
        "exhibit.lateReason",
        fields.text(request.lateReason, at: "late_reason", 0...2000, .paragraphs))
      if request.hasEmail { Self.add(request.email, to: &words, &fields) }
      let offer = Self.offer(request, of: dispute, &fields, &words)
      return Asked(.addExhibit(offer), words)
    }
    guard case .command(.addExhibit(let offer)) = slip.asked.ask else { throw CallFault.unforeseen }
    return UploadDraft(
      spec: UploadSpec(
        dispute: slip.dispute, exhibit: offer, words: slip.asked.words.words,
        recordedFor: slip.recordedFor),
      freshness: slip.freshness,
      repeatability: try RequestFingerprint.of(request, requestID: slip.requestID))
  }

  private static func add(
    _ email: Parley_V1_EmailHeaders, to words: inout Wording, _ fields: inout FieldReader
  ) {
    for (name, text, field) in [
      ("messageId", email.messageID, "message_id"), ("inReplyTo", email.inReplyTo, "in_reply_to"),
      ("from", email.from, "from"), ("to", email.to, "to"),
      ("subject", email.subject, "subject"),
    ] {
      words.add("exhibit.\(name)", fields.text(text, at: "email.\(field)", 0...1_000))
    }
    words.add("exhibit.date", fields.text(email.date, at: "email.date", 0...300))
  }

  /// Reads the e-mail something came attached to, which lies in the same compartment.
  private static func letter(
    _ request: Parley_V1_UploadSpec, of dispute: DisputeID, in place: Compartment,
    _ fields: inout FieldReader
  ) -> Int? {
    guard
      let letter = fields.optionalExhibit(request.attachedTo, at: "attached_to", of: dispute)
    else { return nil }
    if letter.compartment != place {
      fields.refuse("attached_to", "Give an e-mail in the same compartment.")
    }
    return letter.number
  }

  private static func offer(
    _ request: Parley_V1_UploadSpec, of dispute: DisputeID, _ fields: inout FieldReader,
    _ words: inout Wording
  ) -> ExhibitOffer {
    let kind = fields.choice(request.kind, at: "kind")
    let direction = fields.optionalChoice(request.direction, at: "direction")
    if kind == .email || kind == .chat, direction == nil {
      fields.refuse("direction", "Give one of INCOMING, OUTGOING for an e-mail or a chat.")
    }
    let items = fields.itemNumbers(request.items)
    let place = fields.choice(request.compartment, at: "compartment")
    return ExhibitOffer(
      kind: kind, compartment: place,
      hash: fields.hash(request.sha256, at: "sha256"),
      byteCount: Int64(
        fields.number(
          request.sizeBytes, at: "size_bytes", 1...Int(EvidenceQuotas.bytesMax))),
      mediaType: mediaType(request.mediaType, &fields), direction: direction,
      occurredAt: fields.optionalInstant(
        request.occurTime, isSet: request.hasOccurTime, at: "occur_time"),
      items: items, madeForMediation: request.madeForMediation,
      attachedTo: letter(request, of: dispute, in: place, &fields),
      provenance: fields.provenance(request.provenance, into: &words),
      rendition: fields.rendition(
        request.rendition, isSet: request.hasRendition, of: dispute, into: &words),
      tendered: words.words.contains { $0.path == "exhibit.lateReason" })
  }

  private static func mediaType(_ text: String, _ fields: inout FieldReader) -> String {
    if !LimitsAnswer.mediaTypes.contains(text) {
      fields.refuse("media_type", "Give one of the media types that GetLimits lists.")
    }
    return text
  }
}
