import ParleyClient
import TerminalKit

extension Desk {
  /// How often a broken upload is taken up again.
  private static let resumesMax = 5

  /// Puts a file in evidence. `spec` is without size, hash and request id. A connection that
  /// breaks is taken up where the server says it stands; the same command run again after a crash
  /// does so too.
  func upload(
    _ file: SourceFile, spec: PlainValue, label: String
  ) async throws -> PlainValue {
    var spec = spec.setting("sizeBytes", to: .text(String(file.byteCount)))
      .setting("sha256", to: .text(file.sha256))
    if options.dryRun {
      spec = spec.setting("validateOnly", to: .bool(true))
        .setting("requestId", to: .text(PendingRequests.freshID()))
      return try await service().upload(
        ExhibitUpload(spec: spec, id: "", file: file, offset: 0) { _ in })
    }
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

  private func send(
    _ file: SourceFile, spec: PlainValue, id: String, label: String, mayBeThere: Bool
  ) async throws -> PlainValue {
    let bar = UploadProgress(label, total: file.byteCount, desk: self)
    var offset = mayBeThere ? await committed(id) : nil
    var tries = 0
    while true {
      do {
        let upload = ExhibitUpload(
          spec: offset == nil ? spec : nil, id: id, file: file, offset: offset ?? 0
        ) { bar.update($0) }
        let reply = try await service().upload(upload)
        bar.finish()
        return reply
      } catch let refusal as ServiceRefusal {
        tries += 1
        guard refusal.code == .unavailable, tries <= Self.resumesMax else {
          bar.abandon()
          throw refusal
        }
        try await Task.sleep(for: .milliseconds(250 << tries))
        offset = await committed(id)
      }
    }
  }

  /// How much of an upload the server has; nil where it knows of none.
  private func committed(_ id: String) async -> Int64? {
    let reply = try? await ask(.queryUpload, .fields(["uploadId": .text(id)]))
    // A complete one is asked for by its spec again, which answers the first answer.
    guard let reply, !reply.flag("complete") else { return nil }
    return reply.integer("committedBytes") ?? 0
  }
}
