import ArgumentParser

/// `parley offer`.
struct OfferNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "offer", "Offers to settle",
    [
      OfferMake.self,
      OfferCounter.self,
      OfferList.self,
      OfferShow.self,
      OfferAccept.self,
      OfferReject.self,
      OfferWithdraw.self,
    ])
}
