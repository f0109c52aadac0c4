import Mustache
package import ParleyDomain

/// The settlement agreement made of an accepted offer. The same terms give the same text, byte for
/// byte: its hash is what the parties sign.
package enum AgreementText {
  private static let template = """
    SETTLEMENT AGREEMENT

    {{{claimant}}} and {{{respondent}}}
    Dispute {{{reference}}}, {{{origin}}}

    1. {{{respondent}}} pays {{{amount}}} in full settlement of {{{matter}}}:
    {{#schedule}}       {{{number}}}. {{{amount}}} by the end of {{{due}}}
    {{/schedule}}
    2. A payment is in time when it arrives within {{{grace}}} days after its day. One that does not
       puts the settlement in default; paying what is in arrears cures the default.
    {{#remedy}}       If that is not done within {{{cure}}} days of the default, {{{remedy}}}.
    {{/remedy}}    {{{after}}}
    {{#items}}       {{{line}}}
    {{/items}}{{#conditions}}4. Further terms: {{{conditions}}}
    {{/conditions}}
    {{{force}}}

    """

  /// The text for an offer, from the terms and the balance that it settles.
  package static func text(
    offer: Offer, conditions: String?, balance: Money, claimant: String, respondent: String,
    reference: String, graceDays: Int, met: MetBids? = nil, items: [SettledItem] = []
  ) throws -> String {
    let clause = offer.terms.defaultClause
    let schedule = offer.terms.schedule.map { instalment in
      [
        "number": "\(instalment.number)", "amount": MoneyText.text(instalment.amount),
        "due": DateText.day(instalment.due),
      ]
    }
    let values: [String: Any] = [
      "claimant": claimant, "respondent": respondent, "reference": reference,
      "origin": met.map { "blind bidding \($0.bidding), round \($0.round)" }
        ?? "offer \(offer.number)",
      "force": met?.force ?? "This agreement binds when both sides have signed this same text.",
      "amount": MoneyText.text(offer.terms.amount),
      "matter": items.isEmpty
        ? "a claim of \(MoneyText.text(balance))"
        : "\(names(items)) of the claim alone, on which \(MoneyText.text(balance)) is owed",
      "items": items.map { ["line": $0.line] }, "after": after(items), "schedule": schedule,
      "grace": "\(clause?.graceDays ?? graceDays)", "cure": "\(clause?.cureDays ?? 0)",
      "remedy": clause.map {
        remedy($0.remedy, respondent: respondent, of: items)
      } as Any,
      "conditions": conditions as Any,
    ]
    return try MustacheTemplate(string: template).render(values)
  }

  /// The bids a sum comes of, where nobody offered it.
  package struct MetBids: Sendable {
    let bidding: Int
    let round: Int
    /// The terms of the bidding, where they bind without a further signature.
    let binding: DocumentHash?

    package init(bidding: Int, round: Int, binding: DocumentHash?) {
      self.bidding = bidding
      self.round = round
      self.binding = binding
    }

    fileprivate var force: String? {
      binding.map {
        "Both sides have signed the terms of the bidding (SHA-256 \($0.hex)); by these the sum their "
          + "bids met at binds them."
      }
    }
  }

  /// One claim item that is settled apart, with what is owed on it.
  package struct SettledItem: Sendable {
    let number: Int
    let reference: String
    let principal: Money
    let interest: Money
    let compensation: Money

    package init(
      number: Int, reference: String, principal: Money, interest: Money, compensation: Money
    ) {
      self.number = number
      self.reference = reference
      self.principal = principal
      self.interest = interest
      self.compensation = compensation
    }

    fileprivate var line: String {
      "Item \(number)\(reference.isEmpty ? "" : " (\(reference))"): \(MoneyText.text(principal)) of"
        + " principal, \(MoneyText.text(interest)) of interest, \(MoneyText.text(compensation)) of"
        + " fixed sums."
    }
  }

  private static func names(_ items: [SettledItem]) -> String {
    (items.count == 1 ? "item " : "items ")
      + items.map { "\($0.number)" }.joined(separator: ", ")
  }

  /// What follows once all is paid.
  private static func after(_ items: [SettledItem]) -> String {
    guard !items.isEmpty else {
      return "3. When everything is paid, neither side has any further claim from this matter."
    }
    return "3. From the day both have signed, \(names(items)) bear no further interest. When"
      + " everything is\n       paid, neither side has any further claim from them; the rest of the claim goes"
      + " on as it\n       stands, with its interest, costs and defences."
  }

  private static func remedy(
    _ remedy: Remedy, respondent: String, of items: [SettledItem]
  ) -> String {
    switch remedy {
    case .accelerate: "the whole rest may be called due at once"
    case .reinstate where !items.isEmpty:
      "\(names(items)) may be claimed again with the interest since; what was paid until then is"
        + " credited"
    case .reinstate:
      "the original claim may be taken up again; what was paid until then is credited to it"
    case .consentJudgment:
      "the whole rest may be called due at once, and \(respondent) consents to judgment for it"
    }
  }
}
