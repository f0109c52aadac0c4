/// What the parties agree an award is held to, without the arbitrator's knowledge.
package enum AwardBound: Hashable, Sendable {
  /// High-low: not less than the one and not more than the other (JAMS Rule 32).
  case highLow(low: Money, high: Money)
  /// Final offers, or "night baseball": the award becomes whichever of the two sides' last proposals is
  /// closer to it (JAMS Rule 33). This is one side's own.
  case finalOffer(Money)

  package enum Kind: String, CaseIterable, Sendable {
    case highLow = "HIGH_LOW"
    case finalOffer = "FINAL_OFFER"
  }

  package var kind: Kind {
    switch self {
    case .highLow: .highLow
    case .finalOffer: .finalOffer
    }
  }

  func check(_ problems: inout Problems, currency: Currency) {
    switch self {
    case .highLow(let low, let high):
      problems.money(low, "low", in: currency, zero: true)
      problems.money(high, "high", in: currency)
      problems.require(low.minorUnits < high.minorUnits, "high", "Must be above the low.")
    case .finalOffer(let amount): problems.money(amount, "final_offer", in: currency, zero: true)
    }
  }
}

extension SettlementFile {
  /// What an award of this net sum becomes by what both sides have agreed; nil where they have not, or
  /// it stands as it is. An award exactly between two final offers stands.
  func bounded(_ net: Int64) -> (kind: AwardBound.Kind, amount: Int64)? {
    guard let ours = bounds[.claimant], let theirs = bounds[.respondent] else { return nil }
    switch (ours, theirs) {
    case (.highLow(let low, let high), .highLow) where ours == theirs:
      let held = min(max(net, low.minorUnits), high.minorUnits)
      return held == net ? nil : (.highLow, held)
    case (.finalOffer(let demand), .finalOffer(let offer)):
      let toDemand = net.distance(to: demand.minorUnits).magnitude
      let toOffer = net.distance(to: offer.minorUnits).magnitude
      guard toDemand != toOffer || demand == offer else { return nil }
      let chosen = toDemand < toOffer ? demand.minorUnits : offer.minorUnits
      return chosen == net ? nil : (.finalOffer, chosen)
    default: return nil
    }
  }
}
