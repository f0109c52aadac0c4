package import GRPCProtobuf
package import ParleyDomain

extension Refusal: StatusConvertible {
  /// Its row in the list of reasons.
  package var reason: Reason {
    switch self {
    case .notFound: .notFound
    case .notPermitted: .notPermitted
    case .invalid: .invalidFields
    case .wrongStage: .wrongStage
    case .unmet(let precondition, _, _, _, _): Reason(precondition)
    case .amountDiffers: .amountDiffers
    case .conflictUndisclosed: .conflictUndisclosed
    case .stale: .stale
    case .lost: .noLongerOpen
    case .requestReused: .requestIDReused
    case .alreadyExists: .alreadyExists
    case .limitReached: .limitReached
    }
  }

  /// The one mapping of refusals. Exhaustive, so that a new refusal does not compile before it has
  /// its answer.
  package var status: GoogleRPCStatus {
    switch self {
    case .notFound: StatusDraft(.notFound).status
    case .notPermitted(let action, let needs): notPermitted(action, needs: needs)
    case .invalid(let problems): FieldProblems(problems).status
    case .wrongStage(let action, let current, let allowed, let rule, let earliest, let next):
      wrongStage(
        action, current: current, allowed: allowed,
        Remedy(rule: rule, earliest: earliest, next: next))
    case .unmet(let precondition, let action, let rule, let earliest, let next):
      unmet(precondition, action, Remedy(rule: rule, earliest: earliest, next: next))
    case .amountDiffers(let field, let given, let expected, let rule):
      amountDiffers(field: field, given: given, expected: expected, rule: rule)
    case .conflictUndisclosed(let kinds, let rule): undisclosed(kinds, rule: rule)
    case .stale: StatusDraft(.stale).status
    case .lost(let action, let rule):
      StatusDraft(.noLongerOpen, metadata: ["action": action.rawValue, "rule": rule]).status
    case .requestReused(let field): requestReused(field: field)
    case .alreadyExists(let what): alreadyExists(what: what)
    case .limitReached(let name, let maximum): limitReached(name: name, maximum: maximum)
    }
  }

  private func notPermitted(_ action: Action, needs: [Standing]) -> GoogleRPCStatus {
    let who = needs.map(\.shown).joined(separator: ", ")
    var draft = StatusDraft(.notPermitted)
    draft.metadata = [
      "action": action.rawValue, "needs": needs.map(\.rawValue).joined(separator: ","),
    ]
    if !needs.isEmpty {
      draft.message =
        "You cannot \(action.shown) in this dispute. It is for one of these to do: \(who)."
    }
    return draft.status
  }

  private func wrongStage(
    _ action: Action, current: Status, allowed: [Status], _ remedy: Remedy
  ) -> GoogleRPCStatus {
    var draft = StatusDraft(.wrongStage)
    let states = allowed.map(\.rawValue)
    let needed =
      (1...4).contains(states.count)
      ? "is possible in \(states.joined(separator: ", ")) only" : "is not possible there"
    draft.message =
      "The dispute stands at \(current.rawValue); to \(action.shown) \(needed)."
      + (remedy.sentence ?? " See allowed_actions of the dispute for what is possible.")
    draft.metadata = remedy.metadata
    draft.metadata["action"] = action.rawValue
    draft.metadata["current"] = current.rawValue
    draft.metadata["current_stage"] = current.stage.rawValue
    draft.metadata["allowed"] = states.joined(separator: ",")
    draft.addUnmet(subject: current.rawValue)
    return draft.status
  }

  private func unmet(
    _ precondition: Precondition, _ action: Action, _ remedy: Remedy
  ) -> GoogleRPCStatus {
    var draft = StatusDraft(Reason(precondition))
    draft.message += remedy.sentence ?? ""
    draft.metadata = remedy.metadata
    draft.metadata["action"] = action.rawValue
    draft.addUnmet(subject: action.rawValue)
    return draft.status
  }

  private func amountDiffers(
    field: String, given: Money, expected: Money, rule: String
  ) -> GoogleRPCStatus {
    var draft = StatusDraft(.amountDiffers)
    draft.message =
      "\(field) must be \(expected.shown), to the cent, not \(given.shown). State that"
      + " amount, or look again at what it comes from."
    draft.metadata = [
      "field": field, "given": given.shown, "expected": expected.shown, "rule": rule,
    ]
    draft.addUnmet(subject: field)
    return draft.status
  }

  private func undisclosed(_ kinds: [ConflictKind], rule: String) -> GoogleRPCStatus {
    var draft = StatusDraft(.conflictUndisclosed)
    let names = kinds.map(\.rawValue)
    draft.message =
      "The registers know of \(kinds.map(\.shown).joined(separator: ", ")). Disclose the conflict,"
      + " which every party can waive, or decline the nomination."
    draft.metadata = [
      "action": Action.discloseConflicts.rawValue, "kinds": names.joined(separator: ","),
      "rule": rule,
    ]
    draft.addUnmet(subject: names.joined(separator: ","))
    return draft.status
  }

  private func requestReused(field: String) -> GoogleRPCStatus {
    var draft = StatusDraft(.requestIDReused, metadata: ["field": field])
    draft.message =
      "This request id was used before for a request with another \(field). Send a new request with"
      + " a fresh id."
    return draft.status
  }

  private func alreadyExists(what: String) -> GoogleRPCStatus {
    var draft = StatusDraft(.alreadyExists, metadata: ["what": what])
    draft.message = "There is such a one already: \(what). Use the one that is there."
    return draft.status
  }

  private func limitReached(name: String, maximum: Int64) -> GoogleRPCStatus {
    var draft = StatusDraft(.limitReached, metadata: ["limit": name, "maximum": "\(maximum)"])
    draft.message =
      "The limit \(name) of this server is \(maximum). GetLimits answers all of its limits."
    draft.details.append(
      .quotaFailure(violations: [.init(subject: name, description: "At most \(maximum).")]))
    return draft.status
  }
}

extension ConflictKind {
  /// As a sentence says it.
  fileprivate var shown: String {
    switch self {
    case .seatsWithClaimant: "earlier seats with the claimant"
    case .seatsWithRespondent: "earlier seats with the respondent"
    case .seatsWithCounsel: "earlier seats with counsel of a party"
    case .employment: "an employment"
    case .counsel: "a mandate as counsel"
    case .family: "a family tie"
    case .financial: "a financial tie"
    case .other: "another tie"
    }
  }
}
