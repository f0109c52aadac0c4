package import ParleyDomain
package import ParleyStore

/// What an uploader declares before the first byte: the exhibit it will be.
package struct UploadSpec: Hashable, Sendable {
  package let dispute: DisputeID
  package let exhibit: ExhibitOffer
  package let words: [Word]
  package let recordedFor: RecordedAct?

  package init(
    dispute: DisputeID, exhibit: ExhibitOffer, words: [Word], recordedFor: RecordedAct? = nil
  ) {
    self.dispute = dispute
    self.exhibit = exhibit
    self.words = words
    self.recordedFor = recordedFor
  }
}

/// What became of the wish to upload.
package enum UploadStart: Sendable {
  /// The bytes may come.
  case open(IncomingUpload)
  /// It was filed before under the same request id; the bytes are not needed again.
  case filedBefore(ChangeAnswer)
}

extension Registrar {
  /// Begins an upload once it is clear that the caller may file this exhibit: the change is judged
  /// as it will be at the end, in the same order of checks, so that a repeat is answered with the
  /// first answer whatever the dispute has come to since. Refuses what the rules refuse, and a file
  /// above the limit.
  ///
  /// - Parameter freshness: what the caller says to have read, checked here and not again at the
  ///   end: the docket may go on while the bytes come.
  package func beginUpload(
    _ spec: UploadSpec, freshness: Freshness, repeatability: Repeatability, by caller: Caller,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> UploadStart {
    let judged = try await change(
      spec.change(freshness: freshness, repeatability: repeatability, validateOnly: true),
      by: caller, reply: reply)
    if judged.repeated { return .filedBefore(judged) }
    guard spec.exhibit.byteCount <= ServiceLimits.exhibitBytesMax else {
      throw UploadFault.tooLarge(maximum: ServiceLimits.exhibitBytesMax)
    }
    let meant = spec.exhibit.compartment
    let declaration = UploadDeclaration(
      dispute: spec.dispute,
      compartment: try journal.dispute(spec.dispute).dispute.caseFile.current(meant) ?? meant,
      member: caller.actor.member,
      hash: spec.exhibit.hash, byteCount: spec.exhibit.byteCount, begunAt: SystemClock.now())
    return .open(try await files.run { [journal] in try journal.evidence.begin(declaration) })
  }

  /// Takes an upload up again. One of somebody else is as one that does not exist.
  package func resumeUpload(_ id: String, by caller: Caller) async throws -> IncomingUpload {
    let found = try await files.run { [journal] in try journal.evidence.resume(id) }
    guard let found, found.declaration.member == caller.actor.member else {
      throw Refusal.notFound
    }
    return found
  }

  /// Writes a piece; refuses one that does not start where the upload stands.
  package func write(_ bytes: [UInt8], at offset: Int64, to upload: IncomingUpload) async throws {
    try await files.run { try upload.write(bytes, at: offset) }
  }

  /// Finishes an upload and files the exhibit. The file is whole, named and synced before the entry
  /// that names it; wrong bytes leave nothing.
  package func finishUpload(
    _ upload: IncomingUpload, as spec: UploadSpec, repeatability: Repeatability,
    by caller: Caller, reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer {
    try await files.run { try upload.finish() }
    return try await change(
      spec.change(repeatability: repeatability, place: upload.declaration.compartment),
      by: caller, reply: reply)
  }

  /// A file in evidence for reading. What the caller does not see is `notFound`.
  package func download(
    _ exhibit: ExhibitID, of id: DisputeID, for caller: Caller
  ) async throws -> (file: EvidenceFile, exhibit: Exhibit) {
    let docketed = try journal.dispute(id)
    let standings = docketed.dispute.standings(of: caller.actor)
    guard let seen = docketed.dispute.seen(with: standings),
      let found = seen.records[exhibit.compartment]?.exhibits.first(where: { $0.id == exhibit })
    else { throw Refusal.notFound }
    guard !found.erased else {
      throw Refusal.unmet(
        .alreadyErased, .requestErasure, rule: "X2", earliest: nil, next: nil)
    }
    let file = try await files.run { [journal] in
      try journal.evidence.open(id, exhibit.compartment, found.offer.hash)
    }
    guard let file else { throw JournalFault.damaged(reason: "a file of evidence is missing") }
    try await noteDownload(of: found, in: docketed.dispute, by: caller)
    return (file, found)
  }

  /// Reads a piece of a file.
  package func read(
    _ file: EvidenceFile, at offset: Int64, count: Int
  ) async throws -> [UInt8] {
    try await files.run { try file.read(at: offset, count: count) }
  }
}

extension UploadSpec {
  /// The change that files the exhibit.
  package func change(
    freshness: Freshness = .any, repeatability: Repeatability, validateOnly: Bool = false,
    place: Compartment? = nil
  ) -> ChangeRequest {
    ChangeRequest(
      dispute: dispute, ask: .command(.addExhibit(exhibit)), words: words,
      recordedFor: recordedFor, freshness: freshness, repeatability: repeatability,
      validateOnly: validateOnly, place: place)
  }
}
