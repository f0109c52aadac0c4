package import ParleyDomain
import ParleyStore

extension Registrar {
  /// A page of the disputes the caller sees, filtered and ordered by what the caller sees of them. How
  /// long it takes hangs on how many there are, so it is read off the loop.
  package func disputes(
    _ listing: DisputeListing, after mark: PageMark?, for caller: Caller
  ) async throws -> (sheets: [Sheet], next: PageMark?) {
    try await longRead(for: caller) { [self] in try page(of: listing, after: mark, for: caller) }
  }

  private func page(
    of listing: DisputeListing, after mark: PageMark?, for caller: Caller
  ) throws -> (sheets: [Sheet], next: PageMark?) {
    let query = DisputeQuery(
      viewers: Viewer.all(for: caller.actor), organization: caller.actor.organization,
      stages: listing.stages, statuses: listing.statuses,
      owner: listing.mine ? caller.actor.member : nil,
      waitsOnViewer: listing.waitingOnMe ? true : nil, waitsOn: listing.waitingOn,
      dueBefore: listing.dueBefore, dueAfter: listing.dueAfter,
      changedAfter: listing.changedAfter,
      order: listing.order == .due ? .due : .changed,
      after: try cursor(mark), limit: listing.limit)
    let page = try journal.read { try $0.disputes(query) }
    let now = journal.now
    let sheets = try page.rows.compactMap { row -> Sheet? in
      do {
        return try sheet(
          of: try journal.dispute(row.id), for: caller, at: now, withVerdicts: false)
      } catch Refusal.notFound {
        // Gone out of sight since the page was read.
        return nil
      }
    }
    return (sheets, page.next.map { PageMark([$0.key], text: $0.dispute.text) })
  }

  private func cursor(_ mark: PageMark?) throws -> DisputeQuery.Cursor? {
    guard let mark else { return nil }
    guard let key = mark.numbers.first else { throw BadPageMark.refusal }
    return DisputeQuery.Cursor(key: key, dispute: DisputeID(mark.text))
  }
}

/// A page token that does not belong to the call.
package enum BadPageMark {
  /// The one refusal of such a token.
  package static let refusal = Refusal.invalid([
    FieldProblem(
      "page_token", "This token is not from the same list; start again without a token.")
  ])
}
