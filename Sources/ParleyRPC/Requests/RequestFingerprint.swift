import OpenSSLKit
package import ParleyService
package import SwiftProtobuf

/// What makes a repeat of a request recognisable: a hash of the whole, and one of each field, so
/// that a caller who used an id twice is told which field differs.
package enum RequestFingerprint {
  /// The field that is left out: the id itself.
  private static let left = "request_id"
  /// A field's fingerprint has as many hexadecimal characters: enough to tell two apart by chance,
  /// and the whole is compared by its full hash.
  private static let fieldCharacters = 16

  /// The fingerprint of a request under its id.
  package static func of<Request: Message & _ProtoNameProviding>(
    _ request: Request, requestID: String
  ) throws -> Repeatability {
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    let bytes: [UInt8] = try request.serializedBytes(options: options)
    let whole = SHA256Hasher()
    whole.update(Array(Request.protoMessageName.utf8) + [0])
    var fields: [String: [UInt8]] = [:]
    for (number, field) in WireFields(bytes) {
      let name = name(of: number, in: Request.self)
      guard name != left else { continue }
      whole.update(Array(field))
      fields[name, default: []] += field
    }
    return Repeatability(
      requestID: requestID, content: whole.finish(),
      fields: fields.mapValues { String(SHA256.hash($0).hex.prefix(fieldCharacters)) })
  }

  private static func name<Request: Message & _ProtoNameProviding>(
    of number: Int, in type: Request.Type
  ) -> String {
    let mask = try? Google_Protobuf_FieldMask(fieldNumbers: [number], of: type)
    return mask?.paths.first ?? "field \(number)"
  }
}
