import DocketChain

/// Why a receipt is not believed. It is kept all the same, set aside, as evidence of what was handed
/// over.
package struct ReceiptFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Its key is none of those known here, and none of them endorsed it.
    case unknownKey
    /// The key it names did not sign it.
    case badSignature
    /// Another key had taken the place of its key before it was asked for: the server went back behind
    /// that, or somebody else signs with what was put away.
    case retiredKey
  }

  package let kind: Kind
  package let receipt: KeptReceipt

  package init(kind: Kind, receipt: KeptReceipt) {
    self.kind = kind
    self.receipt = receipt
  }

  /// What is wrong with a receipt that was received; nil for a good one. `retired` are the keys that
  /// were out of use when it was asked for.
  package static func of(
    _ receipt: KeptReceipt, keys: [TrustedKey], retired: Set<String>
  ) -> ReceiptFault? {
    guard let key = keys.first(where: { $0.id == receipt.keyID })?.verifying else {
      return ReceiptFault(kind: .unknownKey, receipt: receipt)
    }
    guard let head = receipt.signedHead, receipt.sequence > 0, head.verify(key) else {
      return ReceiptFault(kind: .badSignature, receipt: receipt)
    }
    return retired.contains(receipt.keyID)
      ? ReceiptFault(kind: .retiredKey, receipt: receipt) : nil
  }
}
