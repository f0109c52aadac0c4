package import ParleyDomain

/// A write that opens a dispute. The first entry of the decision must be its creation.
package struct Opening: Sendable {
  package let request: RequestMark?
  package let validateOnly: Bool
  /// Draws an id. Called again when the one drawn is taken.
  package let drawID: @Sendable () throws -> DisputeID
  /// Throws when the caller may never do this; runs before the request log is asked.
  package let permit: @Sendable (Registry) throws -> Void
  package let decide: @Sendable (DisputeID, Registry) throws -> Decision

  package init(
    request: RequestMark?, validateOnly: Bool = false,
    drawID: @escaping @Sendable () throws -> DisputeID,
    permit: @escaping @Sendable (Registry) throws -> Void = { _ in },
    decide: @escaping @Sendable (DisputeID, Registry) throws -> Decision
  ) {
    self.request = request
    self.validateOnly = validateOnly
    self.drawID = drawID
    self.permit = permit
    self.decide = decide
  }
}
