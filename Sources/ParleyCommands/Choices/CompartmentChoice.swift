import ArgumentParser

/// Whose sight something is in, as options name them.
enum CompartmentChoice: String, CaseIterable, ExpressibleByArgument, WireChoice {
  case `case`
  case partyPrivateClaimant = "party-private-claimant"
  case partyPrivateRespondent = "party-private-respondent"
  case settlement, mediation
  case caucusClaimant = "caucus-claimant"
  case caucusRespondent = "caucus-respondent"
  case neutralPrivate = "neutral-private"
  case deliberation, `internal`
  static let prefix = "COMPARTMENT"
}
