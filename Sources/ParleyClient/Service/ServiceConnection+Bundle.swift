import OpenSSLKit
import Foundation
import GRPCCore
import ParleyWire
import SwiftProtobuf

extension ServiceConnection {
  /// Takes a bundle as it is made. There is no deadline: a bundle is as long as its exhibits.
  package func exportBundle(
    _ request: PlainValue, take: @escaping (BundlePiece) throws -> Void
  ) async throws {
    guard let form = MessageForm.all[.exportBundle] else { return }
    let bytes: [UInt8]
    do {
      bytes = try form.encode(request)
    } catch {
      throw ServiceRefusal(code: .invalidArgument, message: "\(error)")
    }
    let taker = Taker<BundlePiece> { piece in
      try take(piece)
      return true
    }
    do {
      try await client.serverStreaming(
        request: ClientRequest(message: bytes, metadata: metadata),
        descriptor: Procedure.exportBundle.descriptor(.serverStreaming), serializer: ByteForm(),
        deserializer: ByteForm(), options: .defaults
      ) { response in
        for try await message in response.messages {
          _ = try await taker.take(Self.bundlePiece(message))
        }
      }
    } catch let error as RPCError {
      throw ServiceRefusal(error)
    }
  }

  private static func bundlePiece(_ message: [UInt8]) throws -> BundlePiece {
    let part = try Parley_V1_ExportBundleResponse(serializedBytes: message)
    let data = [UInt8](part.data)
    guard CRC32C.checksum(data) == part.crc32C else {
      throw ServiceRefusal(
        code: .dataLoss, message: "A piece of the bundle was damaged on the way.")
    }
    return BundlePiece(
      bundle: part.hasBundle ? try MessageForm.plain(part.bundle) : nil, offset: part.readOffset,
      bytes: data)
  }
}
