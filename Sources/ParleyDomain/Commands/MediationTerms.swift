/// The four things a mediator may tell (UMA s. 7). There is no field for a fifth.
package struct MediatorReport: Hashable, Sendable {
  package let occurred: Bool
  package let terminated: Bool
  package let settled: Bool
  package let attending: Set<Side>

  package init(occurred: Bool, terminated: Bool, settled: Bool, attending: Set<Side>) {
    self.occurred = occurred
    self.terminated = terminated
    self.settled = settled
    self.attending = attending
  }
}

/// Where a mediator's note belongs.
package enum MediationNoteKind: Hashable, Sendable {
  /// The mediator's own, seen by nobody else.
  case own
  /// Told in a separate meeting with one side.
  case caucus(Side)
  /// Shared with all who mediate.
  case shared

  package var compartment: Compartment {
    switch self {
    case .own: .neutralPrivate
    case .caucus(let side): .caucus(side)
    case .shared: .mediation
    }
  }
}

/// A nominee's disclosure. Its text is the word `disclosure.text`.
package struct ConflictDisclosure: Hashable, Sendable {
  package let hasConflict: Bool
  package let acceptsAppointment: Bool

  package init(hasConflict: Bool, acceptsAppointment: Bool) {
    self.hasConflict = hasConflict
    self.acceptsAppointment = acceptsAppointment
  }
}

/// Why a nominee is objected to.
package enum ObjectionGround: String, CaseIterable, Sendable {
  case relationship = "RELATIONSHIP"
  case financialInterest = "FINANCIAL_INTEREST"
  case priorInvolvement = "PRIOR_INVOLVEMENT"
  case other = "OTHER"
}
