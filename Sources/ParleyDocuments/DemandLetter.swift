import Mustache
package import ParleyDomain

/// The formal demand for payment, as text to print or send (T5).
package enum DemandLetter {
  private static let template = """
    {{{claimant}}}

    To: {{{respondent}}}
    {{#address}}    {{{address}}}
    {{/address}}

    Demand for payment                                          {{{served}}}
    Reference {{{reference}}}

    According to our records the following remains unpaid:

    {{#items}}  {{{label}}}, due {{{due}}}: {{{amount}}}
    {{/items}}{{#added}}  Interest, fixed sums and charges to that day: {{{added}}}
    {{/added}}{{#paid}}  Paid so far: {{{paid}}}
    {{/paid}}
    Amount due: {{{amount}}}

    How to pay: {{{instructions}}}

    Please pay by the end of {{{lastDay}}}. If you believe that all or part of this is not owed, or
    that it has been paid, answer within the same time: you may admit or contest each item
    separately, propose instalments, or report a payment already made. We would rather settle this
    with you than pursue it further.

    """

  /// The letter for one served demand. Nil when the demand does not exist.
  package static func text(
    of dispute: Dispute, demand number: Int, claimant: String, reference: String, zone: Zone
  ) throws -> String? {
    guard let demand = dispute.caseFile.demands.first(where: { $0.number == number }) else {
      return nil
    }
    let words = dispute.records[.caseFile]?.words ?? [:]
    let paid = demand.paid
    let items = demand.items.map { item in
      [
        "label": words["item.\(item.number).number"] ?? "Item \(item.number)",
        "due": DateText.day(item.due), "amount": MoneyText.text(item.amount),
      ]
    }
    let claimed = demand.items.map(\.amount).reduce(Money.zero(dispute.currency)) {
      $0.adding($1) ?? $0
    }
    // The amount is the quote: what it holds beyond the items is what late payment added.
    let added = demand.terms.amount.adding(paid)?.subtracting(claimed)
    let values: [String: Any] = [
      "added": added.flatMap { $0.isPositive ? MoneyText.text($0) : nil } as Any,
      "claimant": claimant, "respondent": words["respondent.name"] ?? "(name erased)",
      "address": words["respondent.address"] as Any,
      "served": DateText.day(zone.date(at: demand.servedAt)), "reference": reference,
      "items": items, "paid": (paid.isZero ? nil : MoneyText.text(paid)) as Any,
      "amount": MoneyText.text(demand.terms.amount),
      "instructions": words["demand.\(number).instructions"] ?? "",
      "lastDay": DateText.day(
        zone.date(at: demand.graceEndsAt.adding(milliseconds: -1))),
    ]
    return try MustacheTemplate(string: template).render(values)
  }
}
