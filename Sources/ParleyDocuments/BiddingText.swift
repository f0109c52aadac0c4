import Mustache
package import ParleyDomain

/// The terms of a double-blind bidding, as both sides sign them. The same terms give the same text,
/// byte for byte.
package enum BiddingText {
  private static let template = """
    TERMS OF A DOUBLE-BLIND BIDDING

    {{{claimant}}} and {{{respondent}}}
    Dispute {{{reference}}}, bidding {{{number}}}

    1. In each of at most {{{rounds}}} rounds {{{claimant}}} bids the sum it would take and
       {{{respondent}}} the sum it would pay, once each, within {{{days}}} days. Neither learns what
       the other bids. A demand never rises and an offer never falls from round to round.
    2. The bids of a round are compared when both are in. They meet when the demand is not above the
       offer by more than {{{tolerance}}}. The sum is then the middle of the two, half of the smallest
       unit going {{{rounding}}}; where less is owed at that time, it is that. It is paid within
       {{{pay}}} days.
    3. Where the bids do not meet, both sides are told that and no more, and the next round opens.
       Where one side does not bid in time, the bidding is void. What was bid in a bidding that ends
       without a sum is never told; its key is destroyed. Of bids that met, those two are told.
    4. {{{force}}}
    5. In default, {{{default}}}
    6. The bids are compared by the server that keeps this dispute. Until the bidding is over, whoever
       controls that server while it runs, its memory or its key files could read them; nobody else
       can, whatever the role.

    """

  package static func text(
    _ terms: BiddingTerms, number: Int, claimant: String, respondent: String, reference: String,
    graceDays: Int
  ) throws -> String {
    let clause = terms.defaultClause
    let values: [String: Any] = [
      "claimant": claimant, "respondent": respondent, "reference": reference,
      "number": "\(number)", "rounds": "\(terms.rounds)", "days": "\(terms.roundDays)",
      "tolerance": MoneyText.text(terms.tolerance), "pay": "\(terms.payWithinDays)",
      "rounding": rounding(terms.rounding),
      "force": terms.binding
        ? "These terms bind: the sum the bids meet at is agreed without a further signature."
        : "The sum the bids meet at is put into an agreement, which binds when both have signed it.",
      "default":
        "that is a payment later than \(clause?.graceDays ?? graceDays) days after its day, "
        + (clause.map {
          "the remedy \($0.remedy.rawValue.lowercased().replacing("_", with: " ")) may be elected "
            + "when \($0.cureDays) days to cure have passed."
        } ?? "no remedy is agreed."),
    ]
    return try MustacheTemplate(string: template).render(values)
  }

  private static func rounding(_ rounding: BidRounding) -> String {
    switch rounding {
    case .halfDown: "down"
    case .halfUp: "up"
    case .halfEven: "to the even neighbour"
    }
  }
}
