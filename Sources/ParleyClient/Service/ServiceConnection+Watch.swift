import GRPCCore
import OpenSSLKit
import ParleyWire
import SwiftProtobuf

extension ServiceConnection {
  /// Follows a watch. There is no deadline: a watch lasts as long as somebody looks.
  package func watch(
    _ request: PlainValue, take: @escaping (PlainValue) async throws -> Bool
  ) async throws {
    guard let form = MessageForm.all[.watch] else { return }
    let bytes: [UInt8]
    do {
      bytes = try form.encode(request)
    } catch {
      throw ServiceRefusal(code: .invalidArgument, message: "\(error)")
    }
    let taker = Taker(take)
    do {
      try await client.serverStreaming(
        request: ClientRequest(message: bytes, metadata: metadata),
        descriptor: Procedure.watch.descriptor(.serverStreaming), serializer: ByteForm(),
        deserializer: ByteForm(), options: .defaults
      ) { response in
        for try await message in response.messages {
          guard try await taker.take(form.decode(message)) else { return }
        }
      }
    } catch let error as RPCError {
      throw ServiceRefusal(error)
    }
  }

  /// Takes the bytes of an exhibit from an offset on; each piece is held against its checksum.
  package func download(
    _ exhibit: String, from offset: Int64, take: @escaping (ExhibitPiece) throws -> Void
  ) async throws {
    guard let form = MessageForm.all[.downloadExhibit] else { return }
    let bytes = try form.encode(
      .fields(["name": .text(exhibit), "readOffset": .text(String(offset))]))
    let taker = Taker<ExhibitPiece> { piece in
      try take(piece)
      return true
    }
    do {
      try await client.serverStreaming(
        request: ClientRequest(message: bytes, metadata: metadata),
        descriptor: Procedure.downloadExhibit.descriptor(.serverStreaming),
        serializer: ByteForm(), deserializer: ByteForm(), options: .defaults
      ) { response in
        for try await message in response.messages {
          _ = try await taker.take(Self.piece(message))
        }
      }
    } catch let error as RPCError {
      throw ServiceRefusal(error)
    }
  }

  private static func piece(_ message: [UInt8]) throws -> ExhibitPiece {
    let part = try Parley_V1_DownloadExhibitResponse(serializedBytes: message)
    let data = [UInt8](part.data)
    guard CRC32C.checksum(data) == part.crc32C else {
      throw ServiceRefusal(
        code: .dataLoss, message: "A piece of the exhibit was damaged on the way.")
    }
    return ExhibitPiece(
      exhibit: part.hasExhibit ? try MessageForm.plain(part.exhibit) : nil,
      offset: part.readOffset, bytes: data)
  }
}

/// Carries a closure of the caller into the task that reads the answer. The stream calls it from
/// one task, one message after the other.
struct Taker<Message>: @unchecked Sendable {
  private let body: (Message) async throws -> Bool

  init(_ body: @escaping (Message) async throws -> Bool) {
    self.body = body
  }

  func take(_ message: Message) async throws -> Bool {
    try await body(message)
  }
}
