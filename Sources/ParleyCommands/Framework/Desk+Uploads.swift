import ParleyClient
import TerminalKit

extension Desk {
  /// Puts a file in evidence. `spec` is without size, hash and request id. A connection that breaks
  /// is taken up where the server says it stands; the same command run again, after a crash or days
  /// later, goes on there too.
  func upload(
    _ file: SourceFile, spec: PlainValue, label: String
  ) async throws -> PlainValue {
    var spec = spec.setting("sizeBytes", to: .text(String(file.byteCount)))
      .setting("sha256", to: .text(file.sha256))
    if options.dryRun { return try await judgeUpload(spec) }
    let key = PendingRequests.key(
      server: server ?? "", member: identityKey, procedure: Procedure.uploadExhibit.rawValue,
      request: spec)
    let known = try known()
    let pending = try paths.pending.requestID(for: key, now: world.now())
    spec = spec.setting("requestId", to: .text(pending.id))
    let reply: PlainValue
    do {
      reply = try await send(
        file, spec: spec, id: pending.id, label: label, mayBeThere: pending.isRepeat)
    } catch let refusal as ServiceRefusal {
      if !refusal.code.leavesOutcomeOpen { try paths.pending.settle(key) }
      throw refusal
    }
    try paths.pending.settle(key)
    noteChanged()
    try await keep(reply.list("change.receipts"), known: known)
    return reply
  }

  /// Has the rules asked whether a file may be filed, without its bytes and without effect. `spec` is
  /// with size and hash.
  func judgeUpload(_ spec: PlainValue) async throws -> PlainValue {
    try await service().upload(
      ExhibitUpload(
        spec: spec.setting("validateOnly", to: .bool(true))
          .setting("requestId", to: .text(PendingRequests.freshID())), file: nil))
  }

  private func send(
    _ file: SourceFile, spec: PlainValue, id: String, label: String, mayBeThere: Bool
  ) async throws -> PlainValue {
    let bar = UploadProgress(label, total: file.byteCount, desk: self)
    var offset: Int64 = 0
    if mayBeThere {
      offset = try await committed(id)
      if offset > 0 { note("\(label) goes on where it stood, at \(ByteCount.text(Int(offset))).") }
    }
    var tries = TransferTries()
    var breaks = 0
    while true {
      do {
        let upload = ExhibitUpload(spec: spec, file: file, offset: offset) { bar.update($0) }
        let reply = try await service().upload(upload)
        bar.finish()
        if breaks > 0 {
          note(
            "The connection broke \(breaks) time\(breaks == 1 ? "" : "s"), and the upload went on"
              + " where it stood.")
        }
        return reply
      } catch let refusal as ServiceRefusal where refusal.canGoOn && !tries.areSpent {
        breaks += 1
        try await tries.pause()
        tries.count += 1
        let standing = try await standing(id, tries: &tries)
        if standing > offset { tries.count = 0 }
        offset = standing
      } catch {
        bar.abandon()
        throw error
      }
    }
  }

  /// How much of a broken upload the server has, asked until it answers: where it cannot be asked
  /// nothing is known, and what it holds must not be sent anew. Throws after too many tries.
  private func standing(_ id: String, tries: inout TransferTries) async throws -> Int64 {
    while true {
      do {
        return try await committed(id)
      } catch let refusal as ServiceRefusal where refusal.code == .unavailable {
        tries.count += 1
        guard !tries.areSpent else { throw refusal }
        try await tries.pause()
      }
    }
  }

  /// How much of an upload the server has on disk; 0 where it knows of none. One that is complete is
  /// asked for by its spec again, which answers the first answer. Throws where it cannot be asked.
  private func committed(_ id: String) async throws -> Int64 {
    do {
      let reply = try await ask(.queryUpload, .fields(["uploadId": .text(id)]))
      return reply.flag("complete") ? 0 : reply.integer("committedBytes") ?? 0
    } catch let refusal as ServiceRefusal where refusal.code == .notFound {
      return 0
    }
  }
}

extension ServiceRefusal {
  /// Whether an upload that ended so goes on from what the server has: the line broke, a piece came
  /// out of turn behind one that still arrived, or was damaged on its way.
  fileprivate var canGoOn: Bool {
    code == .unavailable || reason == "UPLOAD_OFFSET" || reason == "UPLOAD_CHECKSUM_DIFFERS"
  }
}
