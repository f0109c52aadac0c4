import ArgumentParser

/// `parley offer`.
package struct OfferNoun: ParsableCommand {
  package static let configuration = CommandConfiguration.noun(
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

  package init() {}
}
