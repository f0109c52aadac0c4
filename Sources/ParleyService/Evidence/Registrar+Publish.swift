import ParleyDocuments
import ParleyDomain
import ParleyStore

extension Registrar {
  /// Makes an exhibit of a note. The file is made of the note's own words by the server, and stored
  /// before the entry that names it; judged first, so that nothing is stored for who may not.
  package func publish(
    _ request: ChangeRequest, by caller: Caller,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer {
    let judged = try await change(request.asDryRun, by: caller, reply: reply)
    if judged.repeated || request.validateOnly { return judged }
    guard case .publishNote(let note, _) = request.ask,
      let text = NoteText.text(
        of: note, in: try journal.dispute(request.dispute).dispute, zone: zone)
    else { throw Refusal.notFound }
    let bytes = Array(text.utf8)
    let declaration = UploadDeclaration(
      dispute: request.dispute, compartment: .caseFile, member: caller.actor.member,
      hash: DocumentText.hash(of: text), byteCount: Int64(bytes.count),
      begunAt: SystemClock.now())
    try await files.run { [journal] in
      let upload = try journal.evidence.begin(declaration)
      try upload.write(bytes, at: 0)
      try upload.finish()
    }
    return try await filing(declaration) {
      try await change(request, by: caller, reply: reply)
    }
  }

  /// The command that files a note, with the facts of the file that is made of it.
  func filing(
    publishing note: NoteReference, items: [Int], as filing: Filing, in dispute: Dispute
  ) throws -> Filing {
    guard let text = NoteText.text(of: note, in: dispute, zone: zone),
      let source = NoteText.source(of: note, in: dispute, zone: zone)
    else { throw Refusal.notFound }
    let held = dispute.records[note.compartment]
    let call = held?.calls.first { note.kind == .call && $0.number == note.number }
    let isOfMediation: Bool =
      switch note.compartment {
      case .mediation, .caucus: true
      default: false
      }
    let offer = ExhibitOffer(
      kind: note.kind == .call ? .callNote : .statement, compartment: .caseFile,
      hash: DocumentText.hash(of: text), byteCount: Int64(text.utf8.count),
      mediaType: "text/plain",
      occurredAt: call?.note.startedAt
        ?? held?.notes.first { $0.number == note.number }?.madeAt,
      items: items, madeForMediation: isOfMediation)
    return Filing(
      actor: filing.actor, command: .publishNote(note, offer),
      words: filing.words + [Word("exhibit.source", source)], recordedFor: filing.recordedFor)
  }

  /// The entry whose words a command is about, as it stands in the docket; nil for other commands,
  /// and for one that is not there.
  func named(
    by filing: Filing, in dispute: Dispute, _ registry: Registry
  ) throws -> NamedEntry? {
    let target: ErasureTarget
    switch filing.command {
    case .requestErasure(let asked, _): target = asked
    case .grantErasure(let place, let number):
      let erasure = dispute.records[place]?.erasures.first { $0.number == number }
      guard let erasure else { return nil }
      target = .entry(place, sequence: erasure.sequence)
    default: return nil
    }
    guard
      let found = try registry.entry(naming: target, of: dispute)
    else { return nil }
    return NamedEntry(
      sequence: Int64(clamping: found.sequence), entry: found.entry, isErased: found.wordsErased,
      organization: try found.entry.actor.flatMap { try registry.actor($0)?.organization })
  }
}

extension ChangeRequest {
  /// The same, judged only.
  fileprivate var asDryRun: ChangeRequest {
    ChangeRequest(
      dispute: dispute, ask: ask, words: words, recordedFor: recordedFor, freshness: freshness,
      repeatability: repeatability, validateOnly: true)
  }
}
