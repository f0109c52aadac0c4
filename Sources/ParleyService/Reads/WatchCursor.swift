package import ParleyDomain
import ParleyStore

/// What a watcher is told next.
package enum WatchItem: Sendable {
  case entry(SeenEntry)
  /// Everything there is has been told; what follows happens from now on.
  case current
  /// Nothing happened for a while.
  case progress
  /// Sight of a dispute changed, or the place is no longer kept: drop what was told of it; it is
  /// told anew from its first visible entry.
  case reset(DisputeID?)
}

/// A place in the docket that follows it live. It keeps no entries: a slow reader costs a place.
package struct WatchCursor: Sendable {
  private let registrar: Registrar
  private let caller: Caller
  private let dispute: DisputeID?
  /// What is told before anything new.
  private var pending: [(item: WatchItem, order: Int64)] = []
  /// How far the docket was read.
  private var order: Int64
  /// How far it was told: whatever lies behind is told again after a break.
  private var told: Int64
  /// Changes of sight up to here are no news: what was told before was told by the sight of a later
  /// moment.
  private let settled: Int64
  private var isCurrent = false

  init(
    registrar: Registrar, caller: Caller, dispute: DisputeID?, after order: Int64,
    settled: Int64
  ) {
    self.settled = settled
    self.registrar = registrar
    self.caller = caller
    self.dispute = dispute
    self.order = order
    told = order
  }

  /// Where to resume after what was told so far. Entries told beyond it are told again, never lost.
  package var mark: PageMark { PageMark([told, settled], text: dispute?.text ?? "*") }

  /// The next item; waits for one, and answers `progress` after 30 seconds of silence. Throws when
  /// the session has ended or the dispute is out of sight.
  package mutating func next() async throws -> WatchItem {
    while true {
      if !pending.isEmpty {
        let next = pending.removeFirst()
        told = next.order
        return next.item
      }
      try await read()
      if !pending.isEmpty { continue }
      guard try await silence() else { continue }
      return .progress
    }
  }

  private mutating func read() async throws {
    let registrar = self.registrar
    try registrar.checkStillOpen(caller)
    let order = self.order
    let (caller, dispute) = (self.caller, self.dispute)
    let page = try registrar.journal.read { registry in
      try registry.watch(
        after: order, viewers: Viewer.all(for: caller.actor), dispute: dispute, limit: 100)
    }
    var next: [(item: WatchItem, order: Int64)] = []
    var replayed: Set<DisputeID> = []
    // What is told anew counts as told when all of it is.
    for change in page.sightChanges
    where change.order > settled && !replayed.contains(change.dispute) {
      replayed.insert(change.dispute)
      next.append((.reset(change.dispute), order))
      next += try registrar.replay(change.dispute, through: page.through, for: caller)
        .map { ($0, order) }
    }
    for entry in page.entries where !replayed.contains(entry.dispute) {
      guard let seen = try registrar.seenNow(entry, by: caller) else { continue }
      next.append((.entry(seen), replayed.isEmpty ? entry.order : order))
    }
    if page.isCurrent, !isCurrent || !replayed.isEmpty { next.append((.current, page.through)) }
    isCurrent = page.isCurrent
    let entries = next.compactMap { next -> SeenEntry? in
      if case .entry(let seen) = next.item { seen } else { nil }
    }
    try await registrar.noteShown(entries, by: .watch, to: caller)
    self.order = page.through
    if next.isEmpty { told = page.through } else { next[next.count - 1].order = page.through }
    pending = next
  }

  /// True after 30 seconds without a commit; false as soon as there is something to read.
  private func silence() async throws -> Bool {
    let feed = registrar.journal.feed
    let order = self.order
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        _ = try await feed.wait(after: order)
        return false
      }
      group.addTask {
        try await Task.sleep(for: .seconds(30))
        return true
      }
      defer { group.cancelAll() }
      return try await group.next() ?? true
    }
  }
}

/// A resume token that was given when the docket reached further than it does now.
package enum LaterPlace {
  /// The one refusal of such a token.
  package static let refusal = Refusal.invalid([
    FieldProblem(
      "resume_token",
      "This token is of a later state than the server has: it was set back to an older copy. Compare"
        + " the heads with your receipts, then start again without a token.")
  ])
}

extension Registrar {
  /// Follows one dispute, or all that the caller sees, from a place on; from the first visible
  /// entry without one. Refuses a place beyond the end of the docket.
  package func watch(
    _ dispute: DisputeID?, after mark: PageMark?, for caller: Caller
  ) throws -> WatchCursor {
    if let dispute {
      let found = try journal.dispute(dispute).dispute
      _ = try visibleCompartments(found, found.standings(of: caller.actor))
    }
    let last = try journal.read { try $0.lastOrder() }
    let numbers = mark?.numbers ?? [0, last]
    // A place beyond the end is of a later state than this one: whoever waited there would hear
    // nothing of what was lost, and then of other entries as if they followed.
    if let order = numbers.first, order > last { throw LaterPlace.refusal }
    return WatchCursor(
      registrar: self, caller: caller, dispute: dispute, after: numbers.first ?? 0,
      settled: numbers.count > 1 ? numbers[1] : 0)
  }

  /// A mark that stands for everything up to now: watching from it tells only what is new.
  package func markNow(dispute: DisputeID?) throws -> PageMark {
    PageMark([try journal.read { try $0.lastOrder() }], text: dispute?.text ?? "*")
  }

  func seenNow(_ entry: DocketEntry, by caller: Caller) throws -> SeenEntry? {
    let dispute = try journal.dispute(entry.dispute).dispute
    return seen(entry, with: dispute.standings(of: caller.actor), in: dispute)
  }

  func replay(
    _ id: DisputeID, through order: Int64, for caller: Caller
  ) throws -> [WatchItem] {
    let dispute = try journal.dispute(id).dispute
    let standings = dispute.standings(of: caller.actor)
    let visible = Set(
      Compartment.all.filter { sight(of: $0, for: standings, in: dispute) != .none })
    guard visible.contains(.caseFile) else { return [] }
    return try journal.read { registry in
      var items: [WatchItem] = []
      var after: Int64 = 0
      while true {
        let page = try registry.entries(of: id, in: visible, after: after, limit: 200)
        for entry in page where entry.order <= order {
          if let seen = seen(entry, with: standings, in: dispute) { items.append(.entry(seen)) }
        }
        guard page.count == 200, let last = page.last, last.order <= order else { return items }
        after = last.order
      }
    }
  }
}
