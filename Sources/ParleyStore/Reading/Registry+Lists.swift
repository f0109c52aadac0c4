import GRDB
import ParleyDomain

extension Registry {
  /// A page of disputes, in the order asked for, each dispute once: under the first of the
  /// caller's viewers that it is kept for.
  package func disputes(_ query: DisputeQuery) throws -> DisputePage {
    let limit = page(query.limit)
    var found: [DisputeRow] = []
    for position in query.viewers.indices {
      found += try rows(query, viewer: position, limit: limit + 1)
    }
    found.sort { query.precedes($0, $1) }
    let shown = Array(found.prefix(limit))
    let next = found.count > limit ? shown.last.map(query.cursor(at:)) : nil
    return DisputePage(rows: shown, next: next)
  }

  /// The rows of one viewer that no earlier viewer of the caller has.
  private func rows(
    _ query: DisputeQuery, viewer position: Int, limit: Int
  ) throws -> [DisputeRow] {
    let viewer = query.viewers[position]
    var conditions = ["views.viewer = ?"]
    var arguments: StatementArguments = [viewer.key]
    func require(_ condition: String, _ values: StatementArguments) {
      conditions.append(condition)
      arguments += values
    }
    let earlier = query.viewers.prefix(position).map(\.key)
    if !earlier.isEmpty {
      require(
        """
        NOT EXISTS (SELECT 1 FROM views AS other
          WHERE other.dispute = views.dispute AND other.viewer IN \(marks(earlier.count)))
        """, StatementArguments(earlier))
    }
    if viewer == .administrator, let organization = query.organization {
      require("disputes.organization <> ?", [organization.text])
    }
    filter(query, require)
    let key = query.order == .changed ? "changed" : "due"
    let (comparison, direction) = query.order == .changed ? ("<", "DESC") : (">", "ASC")
    if let after = query.after {
      require(
        "(views.\(key), views.dispute) \(comparison) (?, ?)", [after.key, after.dispute.text])
    }
    arguments += [limit]
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT views.*, disputes.organization, disputes.owner, disputes.status
          FROM views JOIN disputes ON disputes.id = views.dispute
          WHERE \(conditions.joined(separator: " AND "))
          ORDER BY views.\(key) \(direction), views.dispute \(direction) LIMIT ?
          """), arguments: arguments
    ).map(DisputeRow.init(row:))
  }

  private func filter(
    _ query: DisputeQuery, _ require: (String, StatementArguments) -> Void
  ) {
    if !query.stages.isEmpty {
      require(
        "disputes.stage IN \(marks(query.stages.count))",
        StatementArguments(query.stages.map(\.rawValue).sorted()))
    }
    if !query.statuses.isEmpty {
      require(
        "disputes.status IN \(marks(query.statuses.count))",
        StatementArguments(query.statuses.map(\.rawValue).sorted()))
    }
    if let owner = query.owner { require("disputes.owner = ?", [owner.text]) }
    if let mine = query.waitsOnViewer { require("views.mine = ?", [mine]) }
    if !query.waitsOn.isEmpty { require("views.waiting & ? <> 0", [query.waitsOn.bits]) }
    if let before = query.dueBefore { require("views.due < ?", [before.milliseconds]) }
    if let after = query.dueAfter {
      require("views.due > ? AND views.due < ?", [after.milliseconds, Int64.max])
    }
    if let after = query.changedAfter { require("views.changed > ?", [after.milliseconds]) }
  }

  private func marks(_ count: Int) -> String {
    "(" + Array(repeating: "?", count: count).joined(separator: ", ") + ")"
  }
}

extension DisputeQuery {
  fileprivate func cursor(at row: DisputeRow) -> Cursor {
    Cursor(key: key(of: row), dispute: row.id)
  }

  fileprivate func precedes(_ left: DisputeRow, _ right: DisputeRow) -> Bool {
    let ascending = (key(of: left), left.id.text) < (key(of: right), right.id.text)
    return order == .due ? ascending : !ascending
  }

  private func key(of row: DisputeRow) -> Int64 {
    switch order {
    case .changed: row.changedAt.milliseconds
    case .due: (row.dueAt ?? .never).milliseconds
    }
  }
}

extension DisputeRow {
  init(row: Row) throws {
    let due = row.instant("due")
    self.init(
      id: DisputeID(row["dispute"]), status: try row.value("status"),
      organization: OrganizationID(row["organization"]), owner: MemberID(row["owner"]),
      waitsOn: Set(bits: row["waiting"]), waitsOnViewer: row["mine"],
      dueAt: due == .never ? nil : due, changedAt: row.instant("changed"),
      headersOnly: row["headers_only"])
  }
}
