/// Why something is not done: the reason, and what would make it possible. One exhaustive mapping
/// turns it into a status, a reason code, details and the next step.
package enum Refusal: Error, Hashable, Sendable {
  /// Missing, or not visible to the caller: the two must never differ.
  case notFound
  /// Visible, but not for this standing to do.
  case notPermitted(Action, needs: [Standing])
  /// All problems of the request at once.
  case invalid([FieldProblem])
  case wrongStage(
    Action, current: Status, allowed: [Status], rule: String, earliest: Instant?, next: NextStep?)
  case unmet(Precondition, Action, rule: String, earliest: Instant?, next: NextStep?)
  /// The amount must be another one, to the cent.
  case amountDiffers(field: String, given: Money, expected: Money, rule: String)
  /// A disclosure says that there is no conflict, and the registers know of these.
  case conflictUndisclosed([ConflictKind], rule: String)
  /// The thing was changed meanwhile: read it again.
  case stale
  /// Somebody else was first: the offer, nomination or approval is no longer open.
  case lost(Action, rule: String)
  /// This request id was used before, for something else; the field that differs.
  case requestReused(field: String)
  case alreadyExists(what: String)
  /// A limit of the server, by its name in `GetLimits`.
  case limitReached(name: String, maximum: Int64)
}

/// One field of a request that cannot be taken.
package struct FieldProblem: Hashable, Sendable {
  /// Path in the request, as the API spells it: `items[1].amount`.
  package let field: String
  /// What is wrong and what would be right, as one sentence.
  package let problem: String

  package init(_ field: String, _ problem: String) {
    self.field = field
    self.problem = problem
  }
}

/// What would help, and whose move it is.
package struct NextStep: Hashable, Sendable {
  package let action: Action
  package let by: Standing

  package init(_ action: Action, by: Standing) {
    self.action = action
    self.by = by
  }
}
