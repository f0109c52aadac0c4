import Foundation
import SwiftProtobuf

/// How the plain values of one procedure become the bytes of its messages and back.
struct MessageForm: Sendable {
  /// The bytes of a request. Throws where a member is not a field of it or has the wrong form.
  let encode: @Sendable (PlainValue) throws -> [UInt8]
  /// The plain value of a reply's bytes. Fields that this client does not know are left out.
  let decode: @Sendable ([UInt8]) throws -> PlainValue

  init<Request: Message, Reply: Message>(_ request: Request.Type, _ reply: Reply.Type) {
    encode = { value in
      let message = try Request(jsonUTF8Bytes: Array(value.jsonText().utf8))
      return try message.serializedBytes()
    }
    decode = { bytes in try MessageForm.plain(Reply(serializedBytes: bytes)) }
  }

  /// A message as a plain value.
  static func plain(_ message: some Message) throws -> PlainValue {
    let bytes: [UInt8] = try message.jsonUTF8Bytes()
    return try JSONReader.read(bytes)
  }
}
