package import ParleyDomain

/// A dispute as the journal holds it: the folded value, and how far each of its chains has come.
package struct DocketedDispute: Hashable, Sendable {
  package let dispute: Dispute
  /// One for each compartment that has entries.
  package let heads: [Compartment: ChainHead]
  /// The place of its last entry in the order of commits. Never leaves the server.
  package let order: Int64

  package init(dispute: Dispute, heads: [Compartment: ChainHead], order: Int64) {
    self.dispute = dispute
    self.heads = heads
    self.order = order
  }
}
