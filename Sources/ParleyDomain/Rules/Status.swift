/// Where a dispute stands inside its stage. Names are unique over all stages.
package enum Status: String, WordEnum, CaseIterable {
  case draft = "DRAFT"
  case filed = "FILED"
  case deficient = "DEFICIENT"

  case reminding = "REMINDING"
  case demandServed = "DEMAND_SERVED"
  case admitted = "ADMITTED"
  case contested = "CONTESTED"
  case graceExpired = "GRACE_EXPIRED"
  case negotiationImpasse = "NEGOTIATION_IMPASSE"

  case mediationProposed = "MEDIATION_PROPOSED"
  case mediationConsented = "MEDIATION_CONSENTED"
  case mediatorNominated = "MEDIATOR_NOMINATED"
  case inSession = "IN_SESSION"
  case mediationImpasse = "MEDIATION_IMPASSE"
  case mediationWithdrawn = "MEDIATION_WITHDRAWN"

  case arbitrationDemanded = "ARBITRATION_DEMANDED"
  case defaultEligible = "DEFAULT_ELIGIBLE"
  case answered = "ANSWERED"
  case arbitratorNominated = "ARBITRATOR_NOMINATED"
  case constituted = "CONSTITUTED"
  case evidenceOpen = "EVIDENCE_OPEN"
  case recordClosed = "RECORD_CLOSED"
  case awardIssued = "AWARD_ISSUED"
  case awardFinal = "AWARD_FINAL"
  case awardUnpaid = "AWARD_UNPAID"

  case collectionsPlaced = "COLLECTIONS_PLACED"
  case counselReferred = "COUNSEL_REFERRED"
  case courtFiled = "COURT_FILED"
  case courtServed = "COURT_SERVED"
  case judgment = "JUDGMENT"
  case enforcing = "ENFORCING"
  case satisfiedPendingRelease = "SATISFIED_PENDING_RELEASE"

  case closed = "CLOSED"

  package var stage: Stage {
    switch self {
    case .draft, .filed, .deficient: .intake
    case .reminding, .demandServed, .admitted, .contested, .graceExpired, .negotiationImpasse:
      .negotiation
    case .mediationProposed, .mediationConsented, .mediatorNominated, .inSession,
      .mediationImpasse, .mediationWithdrawn:
      .mediation
    case .arbitrationDemanded, .defaultEligible, .answered, .arbitratorNominated, .constituted,
      .evidenceOpen, .recordClosed, .awardIssued, .awardFinal, .awardUnpaid:
      .arbitration
    case .collectionsPlaced, .counselReferred, .courtFiled, .courtServed, .judgment, .enforcing,
      .satisfiedPendingRelease:
      .legal
    case .closed: .closed
    }
  }

  /// Filed and not closed.
  package var isOpen: Bool { self != .draft && self != .closed }
}
