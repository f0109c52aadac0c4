/// A move from one status to the next, under the rule that allowed it.
package struct Transition: Hashable, Sendable {
  package let from: Status
  package let to: Status
  /// The number of the rule in the table of the life cycle: `T5`.
  package let rule: String
  /// Set when the move closes the dispute.
  package let outcome: Outcome?

  package init(from: Status, to: Status, rule: String, outcome: Outcome? = nil) {
    self.from = from
    self.to = to
    self.rule = rule
    self.outcome = outcome
  }
}
