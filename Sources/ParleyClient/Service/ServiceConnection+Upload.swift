import Foundation
import GRPCCore
import OpenSSLKit
import ParleyWire
import SwiftProtobuf

extension ServiceConnection {
  /// Sends the spec, then the file in pieces from where it goes on, each with its checksum. The pieces
  /// are read as there is room, so a large file is never held in memory.
  package func upload(_ upload: ExhibitUpload) async throws -> PlainValue {
    let first = try Self.firstMessage(upload)
    let request = StreamingClientRequest<[UInt8]>(metadata: metadata) { writer in
      try await writer.write(first)
      guard let file = upload.file else { return }
      var offset = upload.offset
      while true {
        let piece = try file.bytes(from: offset, count: ExhibitUpload.chunkBytes)
        let isLast = offset + Int64(piece.count) >= file.byteCount
        try await writer.write(Self.chunk(piece, at: offset, isLast: isLast))
        offset += Int64(piece.count)
        upload.progress(offset)
        if isLast { return }
        guard !piece.isEmpty else {
          throw PrivateFile.Fault(path: file.path, reason: "became shorter while it was sent")
        }
      }
    }
    do {
      let reply: [UInt8] = try await client.clientStreaming(
        request: request, descriptor: Procedure.uploadExhibit.descriptor(.clientStreaming),
        serializer: ByteForm(), deserializer: ByteForm(), options: .defaults
      ) { try $0.message }
      return try MessageForm.plain(Parley_V1_UploadExhibitResponse(serializedBytes: reply))
    } catch let error as RPCError {
      throw ServiceRefusal(error)
    }
  }

  private static func firstMessage(_ upload: ExhibitUpload) throws -> [UInt8] {
    var message = Parley_V1_UploadExhibitRequest()
    do {
      message.spec = try Parley_V1_UploadSpec(jsonUTF8Bytes: Array(upload.spec.jsonText().utf8))
    } catch {
      throw ServiceRefusal(code: .invalidArgument, message: "\(error)")
    }
    message.finishWrite = upload.file == nil
    return try message.serializedBytes()
  }

  private static func chunk(_ bytes: [UInt8], at offset: Int64, isLast: Bool) throws -> [UInt8] {
    var message = Parley_V1_UploadExhibitRequest()
    message.chunk.writeOffset = offset
    message.chunk.data = Data(bytes)
    message.chunk.crc32C = CRC32C.checksum(bytes)
    message.finishWrite = isLast
    return try message.serializedBytes()
  }
}
