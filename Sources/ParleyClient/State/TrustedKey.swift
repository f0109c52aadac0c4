import DocketChain
import Foundation
package import OpenSSLKit
import SwiftProtobuf

/// A key that receipts may be signed with, in its plain form, with the word of the key before it.
package struct TrustedKey: Codable, Hashable, Sendable {
  package let id: String
  /// Hexadecimal.
  package let publicKey: String
  /// The id of the key that endorsed it; nil for the first.
  package let endorser: String?
  /// Milliseconds since 1970.
  package let endorsedAt: UInt64?
  /// Hexadecimal.
  package let endorsement: String?

  package init(
    id: String, publicKey: String, endorser: String? = nil, endorsedAt: UInt64? = nil,
    endorsement: String? = nil
  ) {
    self.id = id
    self.publicKey = publicKey
    self.endorser = endorser
    self.endorsedAt = endorsedAt
    self.endorsement = endorsement
  }

  /// A key as `ListKeys` answers it; nil where its name is not that of its bytes, or a field has the
  /// wrong form. Nothing is verified.
  package init?(_ value: PlainValue) {
    guard let raw = Data(base64Encoded: value.text("publicKey")),
      let key = try? Ed25519PublicKey(raw: Array(raw)),
      value.text("name") == "keys/" + SignedHead.keyID(of: key)
    else { return nil }
    var word: (endorser: String, at: UInt64, signature: [UInt8])?
    if let endorsement = value["endorsement"] {
      guard let at = Self.milliseconds(endorsement.text("endorseTime")),
        let signature = Data(base64Encoded: endorsement.text("signature")),
        endorsement.text("endorser").hasPrefix("keys/")
      else { return nil }
      word = (String(endorsement.text("endorser").dropFirst(5)), at, Array(signature))
    }
    self.init(
      id: SignedHead.keyID(of: key), publicKey: Hex.encode(key.raw), endorser: word?.endorser,
      endorsedAt: word?.at, endorsement: word.map { Hex.encode($0.signature) })
  }

  /// The key that signatures are checked with; nil where it is not hexadecimal of the right length.
  package var verifying: Ed25519PublicKey? {
    Hex.decode(publicKey).flatMap { try? Ed25519PublicKey(raw: $0) }
  }

  /// Whether one of these keys endorsed it.
  package func isEndorsed(by known: [TrustedKey]) -> Bool {
    guard let endorser, let endorsedAt, let endorsement,
      let signature = Hex.decode(endorsement), let successor = verifying,
      let old = known.first(where: { $0.id == endorser })?.verifying
    else { return false }
    return KeyEndorsement(
      endorser: endorser, successor: successor, endorsedAt: endorsedAt, signature: signature
    ).verify(old)
  }

  private static func milliseconds(_ text: String) -> UInt64? {
    guard let time = try? Google_Protobuf_Timestamp(jsonString: "\"\(text)\"") else { return nil }
    let (whole, overflow) = time.seconds.multipliedReportingOverflow(by: 1000)
    return overflow ? nil : UInt64(exactly: whole + Int64(time.nanos / 1_000_000))
  }
}

extension [TrustedKey] {
  /// Known keys and whichever of the listed ones they, or those they endorsed, endorse. A key has one
  /// successor: of another one it is not believed, so an old key that was stolen makes nobody believe
  /// who knows what came after it.
  package func extended(by listed: [TrustedKey]) -> [TrustedKey] {
    var known = self
    var rest = listed.filter { key in !known.contains { $0.id == key.id } }
    while let next = rest.firstIndex(where: { key in
      key.isEndorsed(by: known) && !known.contains { $0.endorser == key.endorser }
    }) {
      known.append(rest.remove(at: next))
    }
    return known
  }

  /// The keys in whose place another one came.
  package var retired: Set<String> { Set<String>(compactMap(\.endorser)) }
}
