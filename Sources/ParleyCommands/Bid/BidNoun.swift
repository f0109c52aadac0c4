import ArgumentParser

/// `parley bid`.
struct BidNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "bid", "Blind bids: told only where they meet",
    [
      BidOpen.self, BidSign.self, BidDecline.self, BidPlace.self, BidStatus.self,
    ])
}
