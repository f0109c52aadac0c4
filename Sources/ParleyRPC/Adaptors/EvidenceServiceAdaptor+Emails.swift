import Foundation
import GRPCCore
import OpenSSLKit
import ParleyDomain
import ParleyIntake
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension EvidenceServiceAdaptor {
  func checkEmails(
    request: RPCAsyncSequence<Parley_V1_CheckEmailsRequest, any Error>,
    response: RPCWriter<Parley_V1_CheckEmailsResponse>, context: ServerContext
  ) async throws {
    let call = try Call.now()
    let caller = try call.caller
    var messages = request.makeAsyncIterator()
    guard let first = try await messages.next() else {
      throw FieldReader.refusal("chunk", "Send the file in chunks.")
    }
    let dispute = try FieldReader.read {
      first.name.isEmpty ? nil : $0.dispute(first.name)
    }
    if let dispute { call.note(dispute) }
    let marks = try await mail.marks(of: dispute, for: caller)
    let file = try mail.room()
    var size: Int64 = 0
    var message = first
    while true {
      try Self.put(message.chunk, into: file, at: &size)
      if message.finishWrite { break }
      guard let next = try await messages.next() else {
        throw FieldReader.refusal("finish_write", "Set finish_write in the last message.")
      }
      message = next
    }
    let slices: [MailSlice]
    do {
      slices = try await mail.messages(of: file)
    } catch let fault as IntakeFault {
      let refused = CheckedMail.refused(fault, byteCount: size)
      return try await response.write(.with { $0.email = .init(refused, number: 1, of: 1) })
    }
    for (index, slice) in slices.enumerated() {
      guard !context.cancellation.isCancelled else { throw CallFault.cancelled }
      let checked = await mail.read(slice, of: file, against: marks)
      try await response.write(
        .with { $0.email = .init(checked, number: index + 1, of: slices.count) })
      if first.withContents, case .success(let read) = checked.outcome {
        try await send(read, to: response)
      }
    }
  }

  private static func put(
    _ chunk: Parley_V1_UploadChunk, into file: IntakeContents, at size: inout Int64
  ) throws {
    guard chunk.data.count <= ServiceLimits.chunkBytesMax else {
      throw FieldReader.refusal(
        "chunk.data", "Give at most \(ServiceLimits.chunkBytesMax) bytes in one piece.")
    }
    guard chunk.writeOffset == size else { throw UploadFault.wrongOffset(expected: size) }
    let bytes = Array(chunk.data)
    guard CRC32C.checksum(bytes) == chunk.crc32C else {
      throw CallFault.checksumDiffers(committed: size)
    }
    guard size + Int64(bytes.count) <= ServiceLimits.mailFileBytesMax else {
      throw UploadFault.tooLarge(maximum: ServiceLimits.mailFileBytesMax)
    }
    try file.write(bytes, at: size)
    size += Int64(bytes.count)
  }

  /// The contents of a message, in pieces: itself where it had been changed, then what it carries.
  private func send(
    _ read: ReadMail, to response: RPCWriter<Parley_V1_CheckEmailsResponse>
  ) async throws {
    var stretches = read.answer.attachments.map { ($0.number, $0.stretch) }
    if let source = read.source { stretches.insert((0, source), at: 0) }
    for (number, stretch) in stretches {
      var offset: Int64 = 0
      while offset < stretch.bytes {
        let bytes = try read.contents.read(
          stretch, at: offset, count: ServiceLimits.chunkBytesMax)
        let at = offset
        try await response.write(
          .with {
            $0.content.attachment = Int32(clamping: number)
            $0.content.readOffset = at
            $0.content.data = Data(bytes)
            $0.content.crc32C = CRC32C.checksum(bytes)
          })
        offset += Int64(bytes.count)
      }
    }
  }
}
