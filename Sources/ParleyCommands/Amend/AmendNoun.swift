import ArgumentParser

/// `parley amend`.
struct AmendNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "amend", "Change the claim or the client", [AmendClaim.self, AmendParty.self])
}
