package import ParleyDomain
import ParleyStore

/// What is owed to an organization by how long it has been, in one currency.
package struct AgedTotals: Hashable, Sendable {
  package let currency: Currency
  package fileprivate(set) var buckets: [AgeBucket: Int64] = [:]
  /// How many disputes something is owed in.
  package fileprivate(set) var disputes = 0

  package var total: Int64 { buckets.values.saturatingSum }
}

extension Registrar {
  /// The open balances of the caller's organization as of today, by currency and age, from the open
  /// disputes it claims in and the caller sees. Each is counted once, as it stands when it is read.
  /// What was written off is expected no more, and is left out. How long it takes hangs on how many
  /// disputes there are, so it is read off the loop.
  package func aging(for caller: Caller) async throws -> (asOf: CivilDate, totals: [AgedTotals]) {
    try await longRead(for: caller) { [self] in try aged(for: caller) }
  }

  private func aged(for caller: Caller) throws -> (asOf: CivilDate, totals: [AgedTotals]) {
    let now = journal.now
    let today = zone.date(at: now)
    guard let organization = caller.actor.organization else { return (today, []) }
    var totals: [Currency: AgedTotals] = [:]
    for id in try openDisputes(for: caller) {
      let (dispute, given): (Dispute, Given)
      do {
        (dispute, given) = try seen(id, by: caller, at: now)
      } catch Refusal.notFound {
        // Out of sight since it was listed. Any other failure is one of the whole: a sum that leaves a
        // dispute out in silence is wrong.
        continue
      }
      guard dispute.caseFile.organization == organization else { continue }
      let sums = dispute.agedSums(on: today, given: given)
      guard !sums.isEmpty else { continue }
      let currency = dispute.currency
      var aged = totals[currency] ?? AgedTotals(currency: currency)
      aged.disputes += 1
      for sum in sums {
        let bucket = AgeBucket(due: sum.due, on: today)
        aged.buckets[bucket] = (aged.buckets[bucket] ?? 0).adding(saturating: sum.amount)
      }
      totals[currency] = aged
    }
    return (today, totals.values.sorted { $0.currency.code < $1.currency.code })
  }

  /// The open disputes in the caller's sight, all as of one moment.
  private func openDisputes(for caller: Caller) throws -> [DisputeID] {
    try journal.read { registry in
      var found: [DisputeID] = []
      var cursor: DisputeQuery.Cursor?
      repeat {
        let page = try registry.disputes(
          DisputeQuery(
            viewers: Viewer.all(for: caller.actor), organization: caller.actor.organization,
            statuses: Set(Status.allCases.filter(\.isOpen)), after: cursor,
            limit: ServiceLimits.agingPageRows))
        found += page.rows.map(\.id)
        cursor = page.next
      } while cursor != nil
      return found
    }
  }
}
