package import ParleyDomain

/// A write to one dispute.
///
/// The closures run on the writer, in this order, and must be quick and pure: `permit` on the
/// state as it stands; then the request log is asked, and a repeat is answered there; `fresh`;
/// then the deadlines that are due fire; then `decide`, on the state after them. Deadlines that
/// fired stay, whether or not the decision refuses.
package struct Change: Sendable {
  package let dispute: DisputeID
  /// Nil for writes nobody repeats.
  package let request: RequestMark?
  /// Everything is checked and answered, nothing is kept, no deadline fires for good.
  package let validateOnly: Bool
  /// Throws when the caller may not see the dispute or may never do this. `Refusal.notFound` gives
  /// way to the first answer where the same caller did the same before, and so lost sight of it.
  package let permit: @Sendable (DocketedDispute, Registry) throws -> Void
  /// Throws when the caller decided on an older state.
  package let fresh: @Sendable (DocketedDispute, Registry) throws -> Void
  package let decide: @Sendable (DocketedDispute, Registry) throws -> Decision

  package init(
    dispute: DisputeID, request: RequestMark?, validateOnly: Bool = false,
    permit: @escaping @Sendable (DocketedDispute, Registry) throws -> Void = { _, _ in },
    fresh: @escaping @Sendable (DocketedDispute, Registry) throws -> Void = { _, _ in },
    decide: @escaping @Sendable (DocketedDispute, Registry) throws -> Decision
  ) {
    self.dispute = dispute
    self.request = request
    self.validateOnly = validateOnly
    self.permit = permit
    self.fresh = fresh
    self.decide = decide
  }
}
