package import ParleyDomain

extension DocketedDispute {
  /// The heads of the chains that somebody with these standings sees, if only by their headers: what
  /// an etag is made of and receipts are given for.
  package func heads(for standings: Set<Standing>) -> [ChainHead] {
    Compartment.all.compactMap { compartment in
      sight(of: compartment, for: standings, in: dispute) == .none ? nil : heads[compartment]
    }
  }

  /// When the last entry that they see was filed; nil when they see none. Lists are ordered by it.
  package func changedAt(for standings: Set<Standing>) -> Instant? {
    heads(for: standings).map(\.filedAt).max()
  }
}
