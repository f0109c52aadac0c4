/// What a server now says of a chain against what it signed before.
package struct ReceiptRegression: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The chain ends before an entry that was signed once: its end was cut off.
    case shorter
    /// The same entry has another hash than the one signed once: it was written anew.
    case different
    /// The chain is not shown any more to somebody who was shown it, or the whole dispute is not.
    case gone
    /// The whole dispute is not shown any more to a neutral, whose sight ends with the task.
    case ended
  }

  package let kind: Kind
  package let kept: KeptReceipt
  /// Nil where nothing was received.
  package let received: KeptReceipt?

  package init(kind: Kind, kept: KeptReceipt, received: KeptReceipt?) {
    self.kind = kind
    self.kept = kept
    self.received = received
  }
}
