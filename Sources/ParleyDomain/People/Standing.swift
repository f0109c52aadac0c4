/// What a person is in one dispute. Everything that may be seen or done follows from it.
package enum Standing: String, WordEnum, CaseIterable {
  /// The claimant's team: brokers of the claimant's organization.
  case claimant = "CLAIMANT"
  /// A supervisor of the claimant's organization; always also ``claimant``.
  case supervisor = "SUPERVISOR"
  case respondent = "RESPONDENT"
  case claimantCounsel = "CLAIMANT_COUNSEL"
  case respondentCounsel = "RESPONDENT_COUNSEL"
  /// Named or appointed for the mediation and not yet discharged.
  case mediator = "MEDIATOR"
  /// Nominated as mediator, not yet appointed: may disclose or decline, and sees the case file only.
  case mediatorNominee = "MEDIATOR_NOMINEE"
  case arbitrator = "ARBITRATOR"
  case arbitratorNominee = "ARBITRATOR_NOMINEE"
  /// An administrator of an institution that no party belongs to.
  case administrator = "ADMINISTRATOR"
  case auditor = "AUDITOR"
  /// Parley itself, when a deadline falls due.
  case clock = "CLOCK"
}

/// The two sides of a dispute.
package enum Side: String, CaseIterable, Hashable, Sendable {
  case claimant = "CLAIMANT"
  case respondent = "RESPONDENT"

  package var other: Side { self == .claimant ? .respondent : .claimant }
}
