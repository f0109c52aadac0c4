import OpenSSLKit
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
  /// there is no room for. One that was begun under the same request id and declares the same goes on
  /// where it stands, over a restart of the server too.
  ///
  /// - Parameters:
  ///   - freshness: what the caller says to have read, checked when the upload begins and neither
  ///     when it goes on nor at the end: the docket may go on while the bytes come.
  ///   - held: the upload under this request id that is open in memory.
  package func beginUpload(
    _ spec: UploadSpec, freshness: Freshness, repeatability: Repeatability, by caller: Caller,
    held: IncomingUpload?, reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> UploadStart {
    let id = Self.uploadID(repeatability.requestID, of: caller)
    let declaration = try declaration(of: spec, by: caller)
    let goesOn = journal.evidence.unfinishedUploads[id]?.isOfSameFile(as: declaration) ?? false
    let judged = try await judgeUpload(
      spec, freshness: goesOn ? .any : freshness, repeatability: repeatability, by: caller,
      reply: reply)
    if judged.repeated { return .filedBefore(judged) }
    if let held, held.declaration.isOfSameFile(as: declaration) {
      guard held.isOpen else { throw UploadFault.beingFiled }
      return .open(held)
    }
    held?.abandon()
    return .open(
      try await files.run { [journal] in try journal.evidence.begin(declaration, id: id) })
  }

  /// All checks that need no bytes, without effect: what the rules say, and whether there is room.
  package func judgeUpload(
    _ spec: UploadSpec, freshness: Freshness, repeatability: Repeatability, by caller: Caller,
    reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer {
    let judged = try await change(
      spec.change(freshness: freshness, repeatability: repeatability, validateOnly: true),
      by: caller, reply: reply)
    if judged.repeated { return judged }
    let declaration = try declaration(of: spec, by: caller)
    let id = Self.uploadID(repeatability.requestID, of: caller)
    try await files.run { try self.checkRoom(for: declaration, as: id, by: caller) }
    return judged
  }

  /// How much of the caller's own upload is safe on disk; nil where there is none. Blocks no loop.
  package func standing(of upload: IncomingUpload) async throws -> Int64 {
    try await files.run { try upload.committed() }
  }

  /// The same of an upload that is not open in memory, by the request id it was begun under.
  package func standing(ofUpload requestID: String, by caller: Caller) async throws -> Int64 {
    let id = Self.uploadID(requestID, of: caller)
    let found = try await files.run { [journal] in try journal.evidence.standing(of: id) }
    guard let found, found.declaration.member == caller.actor.member else {
      throw Refusal.notFound
    }
    return found.committed
  }

  /// The name an upload goes by on disk: one for each member and request id, so that it is found
  /// again, and nobody finds another's.
  private static func uploadID(_ requestID: String, of caller: Caller) -> String {
    let text = "\(caller.actor.member.text)\n\(requestID.lowercased())"
    return String(SHA256.hash(Array(text.utf8)).hex.prefix(32))
  }

  private func declaration(of spec: UploadSpec, by caller: Caller) throws -> UploadDeclaration {
    let meant = spec.exhibit.compartment
    return UploadDeclaration(
      dispute: spec.dispute,
      compartment: try journal.dispute(spec.dispute).dispute.caseFile.current(meant) ?? meant,
      member: caller.actor.member,
      hash: spec.exhibit.hash, byteCount: spec.exhibit.byteCount, begunAt: SystemClock.now())
  }

  /// Writes a piece; refuses one that does not start where the upload stands.
  package func write(_ bytes: [UInt8], at offset: Int64, to upload: IncomingUpload) async throws {
    try await files.run { try upload.write(bytes, at: offset) }
  }

  /// Begins an upload anew whose sender starts over from its first byte.
  package func restart(_ upload: IncomingUpload) async throws {
    try await files.run { try upload.restart() }
  }

  /// Finishes an upload and files the exhibit. The file is whole, named and synced before the entry
  /// that names it; wrong bytes leave nothing.
  package func finishUpload(
    _ upload: IncomingUpload, as spec: UploadSpec, repeatability: Repeatability,
    by caller: Caller, reply: @escaping @Sendable (ChangeOutline) throws -> [UInt8]
  ) async throws -> ChangeAnswer {
    try await files.run { try upload.finish() }
    let change = spec.change(repeatability: repeatability, place: upload.declaration.compartment)
    return try await filing(upload.declaration) {
      try await self.change(change, by: caller, reply: reply)
    }
  }

  /// Writes the entry that names a file which is in its place. Where it is refused the file goes; after
  /// any other failure nobody knows whether it was written, and the file stays.
  func filing(
    _ declaration: UploadDeclaration, _ change: () async throws -> ChangeAnswer
  ) async throws -> ChangeAnswer {
    do {
      let answer = try await change()
      await journal.endFiling(declaration, isNamed: true)
      return answer
    } catch {
      await journal.endFiling(declaration, isNamed: !(error is Refusal))
      throw error
    }
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
