/// A write about people alone: enrolment, grants, sessions, the panel. Entries are refused here.
package struct PeopleWrite: Sendable {
  package let request: RequestMark?
  package let validateOnly: Bool
  package let permit: @Sendable (Registry) throws -> Void
  package let decide: @Sendable (Registry) throws -> Decision

  package init(
    request: RequestMark?, validateOnly: Bool = false,
    permit: @escaping @Sendable (Registry) throws -> Void = { _ in },
    decide: @escaping @Sendable (Registry) throws -> Decision
  ) {
    self.request = request
    self.validateOnly = validateOnly
    self.permit = permit
    self.decide = decide
  }
}
