package import ParleyDomain

/// What an award orders to be paid in all.
package enum AwardSum {
  /// Items, interest and costs together; amounts of another currency cannot occur in a valid award.
  package static func total(of terms: AwardTerms) -> Money {
    let items = terms.items.map(\.amount) + [terms.costs]
    return items.reduce(terms.interest) { $0.adding($1) ?? $0 }
  }
}
