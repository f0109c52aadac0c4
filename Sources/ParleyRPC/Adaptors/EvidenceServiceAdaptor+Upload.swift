import Foundation
import GRPCCore
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
    let key: UploadBook.Key
    let page: UploadBook.Page
    switch first.step {
    case .spec(let spec)?:
      let draft = try await read(spec, call)
      if spec.validateOnly { return try await dryRun(draft, spec, call) }
      key = UploadBook.Key(
        member: try call.caller.actor.member, requestID: draft.repeatability.requestID)
      let start = try await desks.registrar.beginUpload(
        draft.spec, freshness: draft.freshness, repeatability: draft.repeatability,
        by: try call.caller, reply: Self.reply)
      switch start {
      case .filedBefore(let answer): return try Self.message(answer)
      case .open(let upload):
        page = UploadBook.Page(
          upload: upload, spec: draft.spec, repeatability: draft.repeatability)
      }
      do {
        try uploads.begin(page, as: key, now: .now)
      } catch {
        page.upload.abandon()
        throw error
      }
    case .uploadID(let id)?:
      key = UploadBook.Key(
        member: try call.caller.actor.member,
        requestID: try FieldReader.read { $0.requestID(id, at: "upload_id") })
      page = try uploads.resume(key)
      call.note(page.spec.dispute)
    case .chunk?, nil: throw Self.misplaced("spec")
    }
    do {
      var last = first.finishWrite
      while !last, let message = try await messages.next() {
        guard case .chunk(let chunk)? = message.step else { throw Self.misplaced("chunk") }
        try await write(chunk, to: page.upload)
        last = message.finishWrite
      }
      guard last else {
        throw FieldReader.refusal(
          "finish_write", "Set finish_write in the last message, or resume the upload later.")
      }
      return try await finish(page, key, call)
    } catch {
      uploads.leave(key, canResume: Self.canResume(after: error), now: .now)
      throw error
    }
  }

  func queryUpload(
    request: Parley_V1_QueryUploadRequest, context: ServerContext
  ) async throws -> Parley_V1_QueryUploadResponse {
    let call = try Call.now()
    let id = try FieldReader.read { $0.requestID(request.uploadID, at: "upload_id") }
    let member = try call.caller.actor.member
    guard let found = uploads.find(UploadBook.Key(member: member, requestID: id)) else {
      throw Refusal.notFound
    }
    guard let exhibit = found.exhibit else {
      let committed = try found.upload.committed()
      return .with { $0.committedBytes = committed }
    }
    return .with {
      $0.committedBytes = found.upload.declaration.byteCount
      $0.complete = true
      $0.exhibit = exhibit
    }
  }

  private func write(_ chunk: Parley_V1_UploadChunk, to upload: IncomingUpload) async throws {
    guard chunk.data.count <= ServiceLimits.chunkBytesMax else {
      throw FieldReader.refusal(
        "chunk.data", "Give at most \(ServiceLimits.chunkBytesMax) bytes in one piece.")
    }
    let bytes = Array(chunk.data)
    guard CRC32C.checksum(bytes) == chunk.crc32C else {
      throw CallFault.checksumDiffers(committed: try upload.committed())
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
    uploads.finish(key, as: response.change.created, now: .now)
    return response
  }

  private func dryRun(
    _ draft: UploadDraft, _ spec: Parley_V1_UploadSpec, _ call: Call
  ) async throws -> Parley_V1_UploadExhibitResponse {
    let answer = try await desks.registrar.change(
      draft.spec.change(
        freshness: draft.freshness, repeatability: draft.repeatability, validateOnly: true),
      by: try call.caller, reply: Self.reply)
    return try Self.message(answer)
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

  /// Bytes that turned out wrong are gone; everything else can go on where it stands.
  private static func canResume(after error: any Error) -> Bool {
    switch error {
    case UploadFault.wrongHash, UploadFault.notOpen: false
    default: true
    }
  }

  private static func misplaced(_ step: String) -> Refusal {
    FieldReader.refusal(
      step, "Send the spec or an upload_id first, and after it chunks and nothing else.")
  }
}
