import GRDB
import ParleyDomain

/// Writes the derived rows of a dispute.
struct DerivedWriter {
  let db: Database

  /// Writes what differs between the rows that are stored and those that should be; all of them
  /// where it is not known what is stored.
  func replace(_ before: DerivedRows?, by after: DerivedRows, of docketed: DocketedDispute) throws {
    let id = docketed.dispute.id.text
    try writeDispute(after, docketed)
    if before == nil {
      for table in ["access", "views", "deadlines"] {
        try run("DELETE FROM \(table) WHERE dispute = ?", [id])
      }
    }
    try replaceAccess(before?.access ?? [], by: after.access, id)
    try replaceDeadlines(before?.deadlines ?? [], by: after.deadlines, id)
    let viewers = Set(after.views.map(\.viewer))
    for view in before?.views ?? [] where !viewers.contains(view.viewer) {
      try run("DELETE FROM views WHERE viewer = ? AND dispute = ?", [view.viewer, id])
    }
    for view in after.views.subtracting(before?.views ?? []) { try write(view, id) }
  }

  private func replaceAccess(
    _ before: Set<AccessRow>, by after: Set<AccessRow>, _ id: String
  ) throws {
    for access in before.subtracting(after) {
      try run(
        "DELETE FROM access WHERE viewer = ? AND dispute = ? AND compartment = ?",
        [access.viewer, id, access.compartment.code])
    }
    for access in after.subtracting(before) {
      try run(
        "INSERT INTO access (viewer, dispute, compartment, extent) VALUES (?, ?, ?, ?)",
        [
          access.viewer, id, access.compartment.code, access.sight == .full ? "FULL" : "HEADERS",
        ])
    }
  }

  private func replaceDeadlines(
    _ before: Set<Deadline>, by after: Set<Deadline>, _ id: String
  ) throws {
    for deadline in before.subtracting(after) {
      try run(
        "DELETE FROM deadlines WHERE dispute = ? AND compartment = ? AND kind = ? AND due = ?",
        [id, deadline.compartment.code, deadline.kind.name, deadline.dueAt.milliseconds])
    }
    for deadline in after.subtracting(before) {
      try run(
        """
        INSERT INTO deadlines (dispute, compartment, kind, due, waiting, rule)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          id, deadline.compartment.code, deadline.kind.name, deadline.dueAt.milliseconds,
          deadline.waitsOn.bits, deadline.rule,
        ])
    }
  }

  /// Indexes what an entry brings beside the state: an exhibit. One that was erased has no file.
  func index(_ entry: DocketEntry) throws {
    switch entry.entry.event {
    case .exhibitAdded(let offer, let number, _),
      .exhibitAdmitted(let offer, let number, _, _, _):
      try index(offer, number, entry)
    case .wordsErased(_, _, let exhibit?, _, _):
      try run(
        "DELETE FROM exhibits WHERE dispute = ? AND compartment = ? AND number = ?",
        [entry.dispute.text, exhibit.compartment.code, exhibit.number])
    default: return
    }
  }

  private func index(_ offer: ExhibitOffer, _ number: Int, _ entry: DocketEntry) throws {
    try run(
      """
      INSERT INTO exhibits
        (dispute, compartment, number, sha256, byte_count, media_type, filed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.dispute.text, offer.compartment.code, number, offer.hash.hex, offer.byteCount,
        offer.mediaType, entry.filedAt.milliseconds,
      ])
  }

  /// Indexes the claim items of a dispute while they count,
  /// so that the same claim is found when it is filed again.
  func indexClaims(_ dispute: Dispute) throws {
    try run("DELETE FROM claims WHERE dispute = ?", [dispute.id.text])
    for item in dispute.claimed {
      guard let reference = dispute.claimReference(of: item) else { continue }
      try run(
        """
        INSERT INTO claims (dispute, item, organization, reference, due_on, amount, currency)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          dispute.id.text, item.number, dispute.caseFile.organization.text, reference,
          item.due.daysSinceEpoch, item.amount.minorUnits, item.amount.currency.code,
        ])
    }
  }

  /// Indexes who sits and stands where, so that ties are found when somebody is nominated elsewhere.
  func indexSeats(_ dispute: Dispute) throws {
    try run("DELETE FROM seats WHERE dispute = ?", [dispute.id.text])
    for place in dispute.seats {
      try run(
        "INSERT OR IGNORE INTO seats (dispute, member, seat, since) VALUES (?, ?, ?, ?)",
        [dispute.id.text, place.member.text, place.seat, place.since.milliseconds])
    }
  }

  private func writeDispute(_ rows: DerivedRows, _ docketed: DocketedDispute) throws {
    let file = docketed.dispute.caseFile
    let changed = docketed.heads.values.map(\.filedAt).max() ?? file.createdAt
    try run(
      """
      INSERT INTO disputes
        (id, organization, owner, stage, status, wakes, changed, created, last_order)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        owner = excluded.owner, stage = excluded.stage, status = excluded.status,
        wakes = excluded.wakes, changed = excluded.changed, last_order = excluded.last_order
      """,
      [
        docketed.dispute.id.text, file.organization.text, file.owner.text,
        file.status.stage.rawValue, file.status.rawValue, rows.wakesAt?.milliseconds,
        changed.milliseconds, file.createdAt.milliseconds, docketed.order,
      ])
  }

  private func write(_ view: DerivedRows.View, _ id: String) throws {
    try run(
      """
      INSERT INTO views (viewer, dispute, waiting, mine, due, changed, headers_only)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (viewer, dispute) DO UPDATE SET
        waiting = excluded.waiting, mine = excluded.mine, due = excluded.due,
        changed = excluded.changed, headers_only = excluded.headers_only
      """,
      [
        view.viewer, id, view.waiting.on.bits, view.isMine,
        (view.waiting.dueAt ?? .never).milliseconds,
        view.changed.milliseconds, view.headersOnly,
      ])
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension Instant {
  /// How "no due moment" is stored, so that it sorts last.
  static let never = Instant(milliseconds: .max)
}

extension Dispute {
  /// Whether its items count as claimed: once filed, and unless it was a mistake.
  var claimed: [ClaimItem] {
    guard caseFile.filedAt != nil else { return [] }
    switch caseFile.outcome {
    case .duplicateOrError, .discarded, .withdrawnWithoutPrejudice: return []
    // The items were withdrawn with it, and that is what bars them.
    case .withdrawnWithPrejudice: return caseFile.items.map(\.item)
    default: return caseFile.items.filter { $0.standing != .withdrawn }.map(\.item)
    }
  }

  /// The reference under which an item is claimed, case and blanks aside; nil without one.
  func claimReference(of item: ClaimItem) -> String? {
    let word = records[.caseFile]?.words["item.\(item.number).number"] ?? ""
    let folded = word.lowercased().filter { !$0.isWhitespace }
    return folded.isEmpty ? nil : folded
  }
}

/// Somebody's place in a dispute.
struct SeatRow: Hashable {
  let member: MemberID
  let seat: String
  let since: Instant
}

extension Dispute {
  /// The neutrals who took their seat, and the people of the parties.
  var seats: [SeatRow] {
    let neutrals = caseFile.neutrals.compactMap { neutral in
      neutral.appointedAt.map {
        SeatRow(member: neutral.member, seat: neutral.seat.rawValue, since: $0)
      }
    }
    let people = caseFile.people.map { person in
      SeatRow(
        member: person.member, seat: person.counsel ? "COUNSEL" : person.side.rawValue,
        since: caseFile.createdAt)
    }
    return neutrals + people
  }
}
