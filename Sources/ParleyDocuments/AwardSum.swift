package import ParleyDomain

/// What an award orders to be paid in all.
package enum AwardSum {
  /// Items, interest and costs together, or the sum that was agreed; amounts of another currency cannot occur in a valid award.
  package static func total(of terms: AwardTerms) -> Money {
    if let agreed = terms.agreed { return agreed.amount }
    let items = terms.items.map(\.amount) + [terms.costs]
    return items.reduce(terms.interest) { $0.adding($1) ?? $0 }
  }
}

extension AwardSum {
  /// What comes of an award, with its arithmetic where a counterclaim is set against the claim.
  static func result(of terms: AwardTerms) -> String {
    let sum = MoneyText.text(total(of: terms))
    guard let counterclaim = terms.counterclaim, counterclaim.amount.isPositive,
      let toClaimant = terms.dueToClaimant, let toRespondent = terms.dueToRespondent
    else { return "\(sum) to be paid" }
    let taken = "\(sum) less counterclaim \(MoneyText.text(counterclaim.amount))"
    return toRespondent.isPositive
      ? "\(taken), \(MoneyText.text(toRespondent)) due to the respondent"
      : "\(taken), \(MoneyText.text(toClaimant)) to be paid"
  }
}
