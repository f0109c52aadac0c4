extension Decision {
  /// What was done may move the last day to bring the claim: an item changed, or a part payment or an
  /// acknowledgement where the row says that it begins anew.
  mutating func followLimitation() {
    guard let found = dispute.limitationFinding(zone: given.zone),
      found.last != caseFile.limitation.last,
      caseFile.deadlines.contains(where: { $0.kind == .limitation })
    else { return }
    let moved = Limitation(
      last: found.last, endsAt: given.zone.end(of: found.last), finding: found)
    enter(
      .limitationMoved(
        moved,
        clocks: [RestartedClock(kind: .limitation, dueAt: moved.endsAt)]
          + given.alerts(before: moved.last, at: at) { .limitationAlert($0) }))
  }

  /// The end of a judgment and the alerts before it.
  func judgmentClocks(until last: CivilDate) -> [RestartedClock] {
    [RestartedClock(kind: .judgmentExpiry, dueAt: given.zone.end(of: last))]
      + given.alerts(before: last, at: at) { .judgmentAlert($0) }
  }
}

extension Given {
  /// The alerts before a last day, by the profile. Of those whose moment is past, the one nearest
  /// to the end is due at once: who begins late is told how late it is, and once.
  func alerts(
    before last: CivilDate, at: Instant, _ kind: (Int) -> DeadlineKind
  ) -> [RestartedClock] {
    guard zone.end(of: last) > at else { return [] }
    let clocks = profile.alertDays.days.sorted(by: >).map { days in
      RestartedClock(kind: kind(days), dueAt: zone.end(of: last.adding(days: -days)))
    }
    let missed = clocks.last { $0.dueAt <= at }.map { [RestartedClock(kind: $0.kind, dueAt: at)] }
    return (missed ?? []) + clocks.filter { $0.dueAt > at }
  }
}
