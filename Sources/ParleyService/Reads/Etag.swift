import OpenSSLKit
package import ParleyDomain
package import ParleyStore

/// The mark of a state as somebody sees it. Made of the heads of the compartments that person sees
/// and of nothing else, so it tells nothing else.
package enum Etag {
  /// The etag of a dispute for a viewer with these standings.
  package static func of(_ docketed: DocketedDispute, for standings: Set<Standing>) -> String {
    var text = docketed.dispute.id.text
    for compartment in Compartment.all {
      guard let head = docketed.heads[compartment],
        sight(of: compartment, for: standings, in: docketed.dispute) != .none
      else { continue }
      text += "|\(compartment.code):\(head.sequence):\(head.hash.hex)"
    }
    return short(text)
  }

  /// The etag of an offer: what it says and whether it still stands.
  package static func of(_ offer: Offer) -> String {
    let schedule = offer.terms.schedule.map { instalment in
      "\(instalment.number),\(instalment.due.daysSinceEpoch),\(instalment.amount.minorUnits)"
    }
    return short(
      "offer|\(offer.number)|\(offer.by.rawValue)|\(offer.step.rawValue)"
        + "|\(offer.terms.amount.currency.code)|\(offer.terms.amount.minorUnits)"
        + "|\(offer.expiresAt.milliseconds)|\(schedule.joined(separator: ";"))"
        + (offer.terms.defaultClause.map {
          "|\($0.graceDays),\($0.cureDays),\($0.remedy.rawValue)"
        } ?? ""))
  }

  /// The etag of an agreement: made of its text and of nothing else.
  package static func of(_ draft: AgreementDraft) -> String {
    String(draft.document.hex.prefix(32))
  }

  private static func short(_ text: String) -> String {
    String(SHA256.hash(text.utf8).hex.prefix(32))
  }
}
