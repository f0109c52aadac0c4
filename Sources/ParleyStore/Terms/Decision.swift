package import ParleyDomain

/// What a write comes to, decided before any of it is stored.
package struct Decision: Sendable {
  /// Entries for the docket, in order. Empty for changes to people alone.
  package let entries: [Entry]
  package let people: [PeopleChange]
  /// Builds the reply that is kept for repeats, without receipts. Called once on the writer, after
  /// the entries are folded and before they are committed; it must not block.
  package let reply: @Sendable (Outline) throws -> [UInt8]

  package init(
    entries: [Entry] = [], people: [PeopleChange] = [],
    reply: @escaping @Sendable (Outline) throws -> [UInt8]
  ) {
    self.entries = entries
    self.people = people
    self.reply = reply
  }

  /// What a reply is built from.
  package struct Outline: Sendable {
    /// The state after the change; nil when the write was about people alone.
    package let after: DocketedDispute?
    /// The entries made, those of deadlines that fell due first included.
    package let entries: [DocketEntry]
    package let now: Instant
  }
}
