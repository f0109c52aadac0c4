package import ParleyDomain
import ParleyStore

/// A quote as one person sees it.
package struct QuoteAnswer: Sendable {
  /// Every part the person may not see is empty.
  package let dispute: Dispute
  /// Nil where an award, a judgment or a settlement says what is owed.
  package let quote: Quote?
  /// What such a sum comes to with the interest that runs on it; nil where none does.
  package let since: Quote?
  package let asOf: CivilDate
  /// The moment it stands for.
  package let moment: Instant
}

extension Registrar {
  /// What is left to pay as of a day, today where none is named, by what the caller sees. Refuses a
  /// day too far ahead. A dispute the caller does not see is `notFound`.
  package func quote(
    _ id: DisputeID, asOf day: CivilDate?, for caller: Caller
  ) throws -> QuoteAnswer {
    let now = journal.now
    let (seen, given) = try seen(id, by: caller, at: now)
    let today = zone.date(at: now)
    if let day, day > today.adding(days: ShapeLimits.quoteDaysAhead) {
      throw Refusal.invalid([FieldProblem("as_of_date", "Must be at most ten years ahead.")])
    }
    let asOf = day ?? today
    return QuoteAnswer(
      dispute: seen, quote: seen.quote(asOf: asOf, given: given),
      since: seen.isSumDecided ? seen.decidedQuote(asOf: asOf, given: given) : nil, asOf: asOf,
      moment: day.map { zone.start(of: $0) } ?? now)
  }

  /// The ledger up to today, by what the caller sees.
  package func statement(_ id: DisputeID, for caller: Caller) async throws -> Statement {
    try await longRead(for: caller) { [self] in
      let (seen, given) = try seen(id, by: caller, at: journal.now)
      return seen.statement(given: given)
    }
  }

  /// A dispute as the caller sees it now, with what its money is reckoned by. One that the caller does
  /// not see is `notFound`.
  func seen(
    _ id: DisputeID, by caller: Caller, at now: Instant
  ) throws -> (Dispute, Given) {
    let dispute = try journal.dispute(id).dispute
    guard let seen = dispute.seen(with: dispute.standings(of: caller.actor)) else {
      throw Refusal.notFound
    }
    return (seen, try given(at: now, for: dispute))
  }
}
