/// A class of confidentiality. Each has a chain of its own in the docket: its own numbering, head
/// and receipts, so that nobody can count what happened behind his back.
package enum Compartment: Hashable, Sendable {
  /// Demand, response, exhibits, service, the bare facts of sessions.
  case caseFile
  /// One side's own material; the default of its call notes.
  case partyPrivate(Side)
  /// Offers and drafts of agreements between the parties.
  case settlement
  /// What is said for the mediation, by all who take part in it.
  case mediation
  /// What one side tells the mediator in a separate meeting.
  case caucus(Side)
  /// The mediator's own notes, until discharge.
  case neutralPrivate
  /// One side's blind bids.
  case bid(Side)
  /// The arbitrator's deliberation.
  case deliberation
  /// The claimant's assessments, approvals, costs and margins.
  case `internal`

  package static let all: [Compartment] = [
    .caseFile, .partyPrivate(.claimant), .partyPrivate(.respondent), .settlement, .mediation,
    .caucus(.claimant), .caucus(.respondent), .neutralPrivate, .bid(.claimant), .bid(.respondent),
    .deliberation, .internal,
  ]

  /// The stable name, as stored and hashed.
  package var code: String {
    switch self {
    case .caseFile: "CASE"
    case .partyPrivate(let side): "PARTY_PRIVATE_\(side.rawValue)"
    case .settlement: "SETTLEMENT"
    case .mediation: "MEDIATION"
    case .caucus(let side): "CAUCUS_\(side.rawValue)"
    case .neutralPrivate: "NEUTRAL_PRIVATE"
    case .bid(let side): "BID_\(side.rawValue)"
    case .deliberation: "DELIBERATION"
    case .internal: "INTERNAL"
    }
  }

  /// The compartment with this stable name.
  package init?(code: String) {
    guard let match = Compartment.all.first(where: { $0.code == code }) else { return nil }
    self = match
  }

  /// The letter exhibits of this compartment are numbered with: E-1, M-1.
  package var exhibitPrefix: String {
    switch self {
    case .caseFile: "E"
    case .partyPrivate(.claimant): "PC"
    case .partyPrivate(.respondent): "PR"
    case .settlement: "S"
    case .mediation: "M"
    case .caucus(.claimant): "CC"
    case .caucus(.respondent): "CR"
    case .neutralPrivate: "N"
    case .bid(.claimant): "BC"
    case .bid(.respondent): "BR"
    case .deliberation: "D"
    case .internal: "I"
    }
  }
}
