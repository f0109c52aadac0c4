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
