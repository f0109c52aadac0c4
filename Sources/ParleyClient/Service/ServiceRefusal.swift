/// What the service answered instead of doing what was asked, with everything it said about it.
package struct ServiceRefusal: Error, Hashable, Sendable {
  /// The status of the call.
  package let code: RefusalCode
  /// The stable reason, `GRACE_RUNNING`; empty where the service gave none.
  package let reason: String
  package let message: String
  package let fields: [FieldProblem]
  /// Conditions that do not hold.
  package let unmet: [UnmetCondition]
  package let metadata: [String: String]

  /// One field of the request and what is wrong with it.
  package struct FieldProblem: Hashable, Sendable {
    /// The path as the API spells it: `items[1].amount`.
    package let field: String
    package let problem: String

    package init(field: String, problem: String) {
      self.field = field
      self.problem = problem
    }
  }

  /// One condition of a rule that does not hold.
  package struct UnmetCondition: Hashable, Sendable {
    /// `DEADLINE`, `CONSENT`, ...
    package let kind: String
    package let subject: String
    package let description: String

    package init(kind: String, subject: String, description: String) {
      self.kind = kind
      self.subject = subject
      self.description = description
    }
  }

  package init(
    code: RefusalCode, reason: String = "", message: String, fields: [FieldProblem] = [],
    unmet: [UnmetCondition] = [], metadata: [String: String] = [:]
  ) {
    self.code = code
    self.reason = reason
    self.message = message
    self.fields = fields
    self.unmet = unmet
    self.metadata = metadata
  }

  /// The action that would help, `DISCLOSE_CONFLICTS`.
  package var nextAction: String? { metadata["next_action"] }
  /// Whose move that is, `ARBITRATOR_NOMINEE`.
  package var nextActor: String? { metadata["next_actor"] }
  /// When it becomes possible, RFC 3339.
  package var earliest: String? { metadata["earliest_time"] }
}
