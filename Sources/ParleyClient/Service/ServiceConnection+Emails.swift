import Foundation
import GRPCCore
import OpenSSLKit
import ParleyWire
import SwiftProtobuf

extension ServiceConnection {
  /// Sends the file in pieces and takes the answer as it comes; each piece of contents is held
  /// against its checksum.
  package func checkEmails(
    _ file: SourceFile, in dispute: String?, withContents: Bool,
    take: @escaping (EmailPiece) throws -> Void
  ) async throws {
    let request = StreamingClientRequest<[UInt8]>(metadata: metadata) { writer in
      var offset: Int64 = 0
      while true {
        let piece = try file.bytes(from: offset, count: ExhibitUpload.chunkBytes)
        let isLast = offset + Int64(piece.count) >= file.byteCount
        guard isLast || !piece.isEmpty else {
          throw PrivateFile.Fault(path: file.path, reason: "became shorter while it was sent")
        }
        var message = Parley_V1_CheckEmailsRequest()
        if offset == 0 {
          message.name = dispute ?? ""
          message.withContents = withContents
        }
        message.chunk.writeOffset = offset
        message.chunk.data = Data(piece)
        message.chunk.crc32C = CRC32C.checksum(piece)
        message.finishWrite = isLast
        try await writer.write(try message.serializedBytes())
        offset += Int64(piece.count)
        if isLast { return }
      }
    }
    let taker = EmailTaker(take)
    do {
      try await client.bidirectionalStreaming(
        request: request, descriptor: Procedure.checkEmails.descriptor(.bidirectionalStreaming),
        serializer: ByteForm(), deserializer: ByteForm(), options: .defaults
      ) { response in
        for try await message in response.messages { try taker.take(Self.piece(message)) }
      }
    } catch let error as RPCError {
      throw ServiceRefusal(error)
    }
  }

  private static func piece(_ message: [UInt8]) throws -> EmailPiece {
    let answer = try Parley_V1_CheckEmailsResponse(serializedBytes: message)
    guard case .content(let content)? = answer.step else {
      return .email(try MessageForm.plain(answer.email))
    }
    let data = [UInt8](content.data)
    guard CRC32C.checksum(data) == content.crc32C else {
      throw ServiceRefusal(
        code: .dataLoss, message: "A piece of the e-mail was damaged on the way.")
    }
    return .content(
      attachment: Int(content.attachment), offset: content.readOffset, bytes: data)
  }
}

/// Carries a closure of the caller into the task that reads the answer, which calls it for one
/// message after the other.
private struct EmailTaker: @unchecked Sendable {
  private let body: (EmailPiece) throws -> Void

  init(_ body: @escaping (EmailPiece) throws -> Void) {
    self.body = body
  }

  func take(_ piece: EmailPiece) throws {
    try body(piece)
  }
}
