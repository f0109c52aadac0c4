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
  /// The same as another, kept anew by whoever came after: each tenure of a seat has a chain of its
  /// own, so that nothing of a predecessor shows to a successor, or the other way round. Terms count
  /// from 1; the first is the compartment itself.
  case later(Tenured, term: Int)

  /// What is kept for one tenure of a seat.
  package enum Tenured: Hashable, Sendable {
    /// Of whoever became the respondent in the place of a wrong one (T30).
    case respondentPrivate
    /// With one mediator.
    case caucus(Side)
    case neutralPrivate
    case deliberation

    static let all: [Tenured] = [
      .respondentPrivate, .caucus(.claimant), .caucus(.respondent), .neutralPrivate,
      .deliberation,
    ]

    /// The compartment of the first tenure.
    package var first: Compartment {
      switch self {
      case .respondentPrivate: .partyPrivate(.respondent)
      case .caucus(let side): .caucus(side)
      case .neutralPrivate: .neutralPrivate
      case .deliberation: .deliberation
      }
    }

    /// The compartment of a tenure; nil beyond the last that has one.
    package func compartment(term: Int) -> Compartment? {
      guard (1...Compartment.termsMax).contains(term) else { return nil }
      return term == 1 ? first : .later(self, term: term)
    }
  }

  /// Tenures of one seat in one dispute that have compartments of their own. Who comes after has
  /// none: a fifth arbitrator of one matter is a matter for the courts.
  package static let termsMax = 4

  package static let all: [Compartment] =
    [
      .caseFile, .partyPrivate(.claimant), .partyPrivate(.respondent), .settlement, .mediation,
      .caucus(.claimant), .caucus(.respondent), .neutralPrivate, .bid(.claimant),
      .bid(.respondent), .deliberation, .internal,
    ]
    + Tenured.all.flatMap { kind in (2...termsMax).map { .later(kind, term: $0) } }

  /// What is kept here for one tenure, and for which; nil for what outlasts them.
  package var tenure: (kind: Tenured, term: Int)? {
    switch self {
    case .later(let kind, let term): (kind, term)
    default: Tenured.all.first { $0.first == self }.map { ($0, 1) }
    }
  }

  /// The compartment of the first tenure, whose readers are those of every later one.
  package var base: Compartment { tenure?.kind.first ?? self }

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

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
    case .later(let kind, let term): "\(kind.first.code)_\(term)"
    }
  }

  /// The compartment with this stable name.
  package init?(code: String) {
    guard let match = Compartment.byCode[code] else { return nil }
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
    case .later(let kind, let term): "\(kind.first.exhibitPrefix)\(term)"
    }
  }
}
