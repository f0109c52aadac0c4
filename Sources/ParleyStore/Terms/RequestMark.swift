package import OpenSSLKit
package import ParleyDomain

/// What makes a repeated write recognisable: who asks, under which id, and for what.
///
/// The journal remembers it for 14 days together with the first answer, and only for writes that
/// were done. The content is kept as hashes, so nothing that was asked can be read back from it.
package struct RequestMark: Hashable, Sendable {
  /// The name of the field that says that the hashes were made under a key: of a secret small enough
  /// to be found by trying.
  package static let keyedField = "bid_key"

  package let caller: MemberID
  /// The id the client chose; a UUID.
  package let id: String
  /// The hash of the whole request, its id left out.
  package let content: SHA256Digest
  /// A short fingerprint of every field, by its path in the request, to say which one differs.
  package let fields: [String: String]

  package init(caller: MemberID, id: String, content: SHA256Digest, fields: [String: String]) {
    self.caller = caller
    self.id = id
    self.content = content
    self.fields = fields
  }
}
