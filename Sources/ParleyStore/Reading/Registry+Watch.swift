import GRDB
package import ParleyDomain

extension Registry {
  /// What a watcher has missed since a place in the order of commits: of one dispute, or of all
  /// that the viewers see.
  ///
  /// The rows of sight are those of now, so what a viewer may no longer see is not answered, and
  /// what came into sight is announced as a change for the watcher to start the dispute anew.
  package func watch(
    after order: Int64, viewers: [Viewer], dispute: DisputeID? = nil,
    limit: Int = Limits.pageRowsMax
  ) throws -> WatchPage {
    let last = try lastOrder()
    guard !viewers.isEmpty, last > order else {
      return WatchPage(entries: [], sightChanges: [], through: max(order, last), isCurrent: true)
    }
    let rows = try visibleRows(after: order, viewers: viewers, dispute: dispute, limit: limit)
    let entries = try rows.map(DocketRows.entry)
    let isCurrent = rows.count < page(limit)
    let through = isCurrent ? last : entries.last?.order ?? last
    return WatchPage(
      entries: entries,
      sightChanges: try sightChanges(
        after: order, through: through, viewers: viewers, dispute: dispute),
      through: through, isCurrent: isCurrent)
  }

  private func visibleRows(
    after order: Int64, viewers: [Viewer], dispute: DisputeID?, limit: Int
  ) throws -> [Row] {
    let marks = viewers.map { _ in "?" }.joined(separator: ", ")
    let condition = dispute == nil ? "" : "AND chains.dispute = ?"
    let arguments =
      [order] + StatementArguments(viewers.map(\.key))
      + StatementArguments(dispute.map { [$0.text] } ?? []) + [page(limit)]
    return try Row.fetchAll(
      db.cachedStatement(
        sql: DocketRows.select + """
           WHERE commit_order > ?
            AND EXISTS (SELECT 1 FROM access WHERE access.viewer IN (\(marks))
              AND access.dispute = chains.dispute AND access.compartment = chains.compartment)
            \(condition)
          ORDER BY commit_order LIMIT ?
          """), arguments: arguments)
  }

  private func sightChanges(
    after order: Int64, through: Int64, viewers: [Viewer], dispute: DisputeID?
  ) throws -> [WatchPage.SightChange] {
    let marks = viewers.map { _ in "?" }.joined(separator: ", ")
    let condition = dispute == nil ? "" : "AND dispute = ?"
    let arguments =
      [order, through] + StatementArguments(viewers.map(\.key))
      + StatementArguments(dispute.map { [$0.text] } ?? [])
    return try Row.fetchAll(
      db,
      sql: """
        SELECT dispute, max(after_order) AS after_order FROM outbox
        WHERE after_order > ? AND after_order <= ? AND viewer IN (\(marks))
          \(condition)
        GROUP BY dispute ORDER BY max(after_order), dispute
        """, arguments: arguments
    ).map {
      WatchPage.SightChange(dispute: DisputeID($0["dispute"]), order: $0["after_order"])
    }
  }
}
