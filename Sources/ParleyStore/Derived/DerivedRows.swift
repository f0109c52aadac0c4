import ParleyDomain

/// What is stored about one dispute so that it can be listed and woken without reading its docket.
///
/// Sight follows from the dispute alone. Whose move it is also follows from the time, so the rows
/// are computed anew at ``wakesAt``, when a running period ends.
struct DerivedRows: Hashable, Sendable {
  /// A line of a viewer's list.
  struct View: Hashable, Sendable {
    let viewer: String
    let waiting: Waiting
    let isMine: Bool
    let changed: Instant
    let headersOnly: Bool
  }

  /// When the clock must look at it again: a deadline to fire, or a period that ends by itself.
  let wakesAt: Instant?
  let access: Set<AccessRow>
  let views: Set<View>
  let deadlines: Set<Deadline>

  init(_ docketed: DocketedDispute, given: Given) {
    let dispute = docketed.dispute
    access = AccessRow.all(of: dispute)
    deadlines = Set(dispute.deadlines)
    let passing = deadlines.map(\.dueAt).filter { $0 > given.now }.min()
    wakesAt = [dispute.nextDueAt, passing].compactMap { $0 }.min()
    views = Set(
      Viewer.all(of: dispute).compactMap { viewer, standings in
        guard sight(of: .caseFile, for: standings, in: dispute) > .none,
          let changed = docketed.changedAt(for: standings)
        else { return nil }
        let waiting = dispute.turn(for: standings, given: given)
        return View(
          viewer: viewer.key, waiting: waiting,
          isMine: !waiting.on.isDisjoint(with: standings.turns), changed: changed,
          headersOnly: sight(of: .caseFile, for: standings, in: dispute) == .headers)
      })
  }
}
