package import DocketChain

/// What an adaptor builds the kept reply from: the state after the change as the caller sees it.
package struct ChangeOutline: Sendable {
  package let sheet: Sheet
  /// The entries the change made that the caller sees, in order.
  package let entries: [SeenEntry]
}

/// The answer to a change, once it is on disk.
package struct ChangeAnswer: Sendable {
  /// The bytes the adaptor built, now or at the first time.
  package let reply: [UInt8]
  /// The signed head of each compartment the change touched that the caller sees.
  package let receipts: [SignedHead]
  package let repeated: Bool
}

extension ChangeAnswer {
  /// As a dry run is answered: nothing was kept, so there is nothing to prove.
  var withoutReceipts: ChangeAnswer {
    ChangeAnswer(reply: reply, receipts: [], repeated: repeated)
  }
}
