import Foundation
import GRPCCore
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension EvidenceServiceAdaptor {
  func uploadExhibit(
    request: RPCAsyncSequence<Parley_V1_UploadExhibitRequest, any Error>, context: ServerContext
  ) async throws -> Parley_V1_UploadExhibitResponse {
    let call = try Call.now()
    var messages = request.makeAsyncIterator()
    guard let first = try await messages.next() else { throw Self.misplaced("spec") }
    let (page, key, turn): (UploadBook.Page, UploadBook.Key, Int)
    var startsAnew = false
    switch first.step {
    case .spec(let spec)?:
      let draft = try await read(spec, call)
      if spec.validateOnly { return try await dryRun(draft, call) }
      key = UploadBook.Key(
        member: try call.caller.actor.member, requestID: draft.repeatability.requestID)
      let start = try await desks.registrar.beginUpload(
        draft.spec, freshness: draft.freshness, repeatability: draft.repeatability,
        by: try call.caller, held: uploads.find(key), reply: Self.reply)
      switch start {
      case .filedBefore(let answer): return try Self.message(answer)
      case .open(let upload):
        page = UploadBook.Page(
          upload: upload, spec: draft.spec, repeatability: draft.repeatability)
      }
      turn = try uploads.enter(page, as: key, now: .now)
      startsAnew = true
    case .uploadID(let id)?:
      key = UploadBook.Key(
        member: try call.caller.actor.member,
        requestID: try FieldReader.read { $0.requestID(id, at: "upload_id") })
      (page, turn) = try uploads.resume(key, now: .now)
      call.note(page.spec.dispute)
    case .chunk?, nil: throw Self.misplaced("spec")
    }
    do {
      var last = first.finishWrite
      while !last, let message = try await messages.next() {
        guard case .chunk(let chunk)? = message.step else { throw Self.misplaced("chunk") }
        guard uploads.isTurn(turn, of: key) else { throw UploadFault.notOpen }
        if startsAnew, chunk.writeOffset == 0 {
          try await desks.registrar.restart(page.upload)
        }
        startsAnew = false
        try await write(chunk, to: page.upload)
        last = message.finishWrite
      }
      guard last else {
        throw FieldReader.refusal(
          "finish_write", "Set finish_write in the last message, or resume the upload later.")
      }
      guard uploads.isTurn(turn, of: key) else { throw UploadFault.notOpen }
      return try await finish(page, key, call)
    } catch {
      uploads.leave(key, turn: turn, canResume: page.upload.isOpen, now: .now)
      throw error
    }
  }

  func queryUpload(
    request: Parley_V1_QueryUploadRequest, context: ServerContext
  ) async throws -> Parley_V1_QueryUploadResponse {
    let call = try Call.now()
    let id = try FieldReader.read { $0.requestID(request.uploadID, at: "upload_id") }
    let key = UploadBook.Key(member: try call.caller.actor.member, requestID: id)
    if let filed = uploads.filed(key) {
      return .with {
        $0.committedBytes = filed.byteCount
        $0.complete = true
        $0.exhibit = filed.exhibit
      }
    }
    let committed =
      if let open = uploads.find(key) {
        try await desks.registrar.standing(of: open)
      } else {
        try await desks.registrar.standing(ofUpload: id, by: try call.caller)
      }
    return .with { $0.committedBytes = committed }
  }

  private func write(_ chunk: Parley_V1_UploadChunk, to upload: IncomingUpload) async throws {
    guard chunk.data.count <= ServiceLimits.chunkBytesMax else {
      throw FieldReader.refusal(
        "chunk.data", "Give at most \(ServiceLimits.chunkBytesMax) bytes in one piece.")
    }
    let bytes = Array(chunk.data)
    guard CRC32C.checksum(bytes) == chunk.crc32C else {
      throw CallFault.checksumDiffers(committed: try await desks.registrar.standing(of: upload))
    }
    try await desks.registrar.write(bytes, at: chunk.writeOffset, to: upload)
  }

  private func finish(
    _ page: UploadBook.Page, _ key: UploadBook.Key, _ call: Call
  ) async throws -> Parley_V1_UploadExhibitResponse {
    let answer = try await desks.registrar.finishUpload(
      page.upload, as: page.spec, repeatability: page.repeatability, by: try call.caller,
      reply: Self.reply)
    let response = try Self.message(answer)
    uploads.finish(
      key,
      as: UploadBook.Filed(
        exhibit: response.change.created, byteCount: page.upload.declaration.byteCount))
    return response
  }

  private func dryRun(
    _ draft: UploadDraft, _ call: Call
  ) async throws -> Parley_V1_UploadExhibitResponse {
    try Self.message(
      try await desks.registrar.judgeUpload(
        draft.spec, freshness: draft.freshness, repeatability: draft.repeatability,
        by: try call.caller, reply: Self.reply))
  }

  /// The answer that is kept for repeats: without receipts.
  @Sendable private static func reply(_ outline: ChangeOutline) throws -> [UInt8] {
    let change = Parley_V1_DisputeChange(outline)
    let dispute = outline.sheet.dispute
    let name = try FieldReader.read { $0.exhibit(change.created, at: "created") }
    return try Parley_V1_UploadExhibitResponse.with {
      $0.change = change
      if let exhibit = dispute.exhibit(name.exhibit) { $0.exhibit = .init(exhibit, in: dispute) }
    }.serializedBytes()
  }

  /// The answer that is sent: with receipts.
  private static func message(
    _ answer: ChangeAnswer
  ) throws -> Parley_V1_UploadExhibitResponse {
    var message = try Parley_V1_UploadExhibitResponse(serializedBytes: answer.reply)
    message.change.add(answer.receipts)
    return message
  }

  private static func misplaced(_ step: String) -> Refusal {
    FieldReader.refusal(
      step, "Send the spec or an upload_id first, and after it chunks and nothing else.")
  }
}
