/// A move from one status to the next, under the rule that allowed it.
package struct Transition: Hashable, Sendable {
  package let from: Status
  package let to: Status
  /// The number of the rule in the table of the life cycle: `T5`.
  package let rule: String
  /// Set when the move closes the dispute.
  package let outcome: Outcome?
  /// Moves the mediation that runs beside arbitration or court; the dispute itself stays where it is.
  package let isBeside: Bool

  package init(
    from: Status, to: Status, rule: String, outcome: Outcome? = nil, isBeside: Bool = false
  ) {
    self.isBeside = isBeside
    self.from = from
    self.to = to
    self.rule = rule
    self.outcome = outcome
  }
}
