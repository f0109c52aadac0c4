package import DocketChain
package import ParleyStore

/// A docket entry as somebody who may read it gets it.
package struct SeenEntry: Sendable {
  package let docketed: DocketEntry
  /// One sentence, without names.
  package let title: String
  /// The name of who acted; nil for the clock.
  package let actorName: String?
  /// True for viewers who see that there is an entry and its header, not what it says.
  package let headerOnly: Bool
  /// The stored form that its chain is proved with; only where it was asked for. For a viewer of
  /// headers, facts and words are bare commitments.
  package var stored: StoredEntry?
}
