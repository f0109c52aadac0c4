import OpenSSLKit
package import ParleyDomain

/// A document as text, with the hash people sign.
package struct DocumentText: Hashable, Sendable {
  package let text: String
  package let hash: DocumentHash

  package init(_ text: String) {
    self.text = text
    hash = DocumentText.hash(of: text)
  }

  /// The SHA-256 of the text's UTF-8 bytes.
  package static func hash(of text: String) -> DocumentHash {
    DocumentHash(bytes: SHA256.hash(text.utf8).bytes)
  }
}
