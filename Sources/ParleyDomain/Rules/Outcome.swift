/// How a closed dispute ended.
package enum Outcome: String, CaseIterable, Sendable {
  case paidInFull = "PAID_IN_FULL"
  case settledPerformed = "SETTLED_PERFORMED"
  case awardSatisfied = "AWARD_SATISFIED"
  case judgmentSatisfied = "JUDGMENT_SATISFIED"
  case claimDenied = "CLAIM_DENIED"
  case writtenOff = "WRITTEN_OFF"
  case withdrawnWithoutPrejudice = "WITHDRAWN_WITHOUT_PREJUDICE"
  case withdrawnWithPrejudice = "WITHDRAWN_WITH_PREJUDICE"
  case timeBarred = "TIME_BARRED"
  case discharged = "DISCHARGED"
  case assigned = "ASSIGNED"
  case duplicateOrError = "DUPLICATE_OR_ERROR"
  case discarded = "DISCARDED"
}

extension Outcome {
  /// Whether money that still comes is posted: as recovery of what was written off, or as credit
  /// where two paid the last of it at once. Elsewhere nothing is owed that it could be set against.
  var takesPayments: Bool {
    switch self {
    case .writtenOff, .paidInFull, .settledPerformed, .awardSatisfied, .judgmentSatisfied: true
    case .claimDenied, .withdrawnWithoutPrejudice, .withdrawnWithPrejudice, .timeBarred,
      .discharged, .assigned, .duplicateOrError, .discarded:
      false
    }
  }
}
