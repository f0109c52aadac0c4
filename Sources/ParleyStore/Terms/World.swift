package import ParleyDomain

/// What the writer takes from outside: the time, and what the rules are given when a deadline of a
/// dispute falls due.
package struct World: Sendable {
  /// The wall clock. The journal adds the offset of a development directory, and never goes back
  /// behind the last commit.
  package let wallClock: @Sendable () -> Instant
  /// The zone, profile and institution for the deadlines of this dispute.
  package let given: @Sendable (Dispute, Registry) throws -> Given

  package init(
    wallClock: @escaping @Sendable () -> Instant,
    given: @escaping @Sendable (Dispute, Registry) throws -> Given
  ) {
    self.wallClock = wallClock
    self.given = given
  }
}
