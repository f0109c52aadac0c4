/// One fault that verifying a chain found.
package enum ChainDefect: Hashable, Sendable {
  /// Another number stands where this one was due: an entry is missing, doubled or moved.
  case brokenSequence(expected: UInt64, found: UInt64)
  /// The entry does not name the hash of the one before.
  case previousMismatch(sequence: UInt64)
  /// The bytes of a part are not those committed to.
  case commitmentMismatch(part: EntryPart, sequence: UInt64)
  /// The entry's hash is not that of its fields.
  case hashMismatch(sequence: UInt64)
  /// The chain ends before the entry a receipt was given for.
  case shorterThanReceipt(receipt: UInt64, last: UInt64)
  /// The entry is not the one a receipt was given for.
  case receiptDisagrees(sequence: UInt64)
  /// The receipt's signature is not that of the key it names.
  case badSignature(sequence: UInt64)
  /// The receipt names a key that is not at hand.
  case unknownKey(id: String, sequence: UInt64)
  /// The receipt belongs to another chain.
  case foreignReceipt(chain: ChainID, sequence: UInt64)
}

extension ChainDefect: CustomStringConvertible {
  package var description: String {
    switch self {
    case .brokenSequence(let expected, let found):
      "entry \(found) stands where entry \(expected) is due"
    case .previousMismatch(let sequence):
      "entry \(sequence) does not follow from the entry before it"
    case .commitmentMismatch(let part, let sequence):
      "entry \(sequence): the \(part.rawValue) were changed after they were recorded"
    case .hashMismatch(let sequence):
      "entry \(sequence) was changed after it was recorded"
    case .shorterThanReceipt(let receipt, let last):
      "the record ends at entry \(last), but a receipt was given for entry \(receipt)"
    case .receiptDisagrees(let sequence):
      "entry \(sequence) is not the one the receipt was given for"
    case .badSignature(let sequence):
      "the receipt for entry \(sequence) carries a signature that does not fit"
    case .unknownKey(let id, let sequence):
      "the receipt for entry \(sequence) was signed with key \(id), which is not known"
    case .foreignReceipt(let chain, let sequence):
      "the receipt for entry \(sequence) belongs to \(chain)"
    }
  }
}
