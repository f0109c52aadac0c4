package import DocketChain
package import ParleyDomain

extension Registry {
  /// The dispute as stored. Throws `Refusal.notFound` for a missing one.
  package func dispute(_ id: DisputeID) throws -> DocketedDispute { throw JournalFault.stopped }

  /// A page of disputes.
  package func disputes(_ query: DisputeQuery) throws -> DisputePage { throw JournalFault.stopped }

  /// The entries of a dispute in these compartments in the order of commits, after a place in it.
  package func entries(
    of dispute: DisputeID, in compartments: Set<Compartment>, after order: Int64 = 0,
    limit: Int = Limits.pageRowsMax
  ) throws -> [DocketEntry] { throw JournalFault.stopped }

  /// One entry by its number in its chain; nil when there is none.
  package func entry(
    of dispute: DisputeID, in compartment: Compartment, sequence: UInt64
  ) throws -> DocketEntry? { throw JournalFault.stopped }

  /// What a watcher has missed since a place in the order of commits: of one dispute, or of all
  /// that the viewers see.
  package func watch(
    after order: Int64, viewers: [Viewer], dispute: DisputeID? = nil,
    limit: Int = Limits.pageRowsMax
  ) throws -> WatchPage { throw JournalFault.stopped }

  /// The place of the last entry committed; 0 when there is none.
  package func lastOrder() throws -> Int64 { throw JournalFault.stopped }

  /// The stored form of a chain, for proof: bytes, salts, hashes, after a sequence.
  package func storedEntries(
    of dispute: DisputeID, in compartment: Compartment, after sequence: UInt64 = 0,
    limit: Int = Limits.pageRowsMax
  ) throws -> [StoredEntry] { throw JournalFault.stopped }

  /// The head of every chain of a dispute.
  package func heads(of dispute: DisputeID) throws -> [Compartment: ChainHead] {
    throw JournalFault.stopped
  }

  /// The exhibits of a dispute in these compartments, in the order of compartment and number.
  package func exhibits(
    of dispute: DisputeID, in compartments: Set<Compartment>
  ) throws -> [ExhibitRow] { throw JournalFault.stopped }

  /// Filed disputes of the same organization that claim an item of this one again: the item's
  /// number to the dispute. Two items are the same with the same reference (the word
  /// `item.N.number`, case and blanks aside), amount and due date.
  package func duplicates(of dispute: Dispute) throws -> [Int: DisputeID] {
    throw JournalFault.stopped
  }
}
