extension Decision {
  /// Nobody says that there is no conflict while the registers know of one: it is disclosed, and
  /// then waived by all or not (12 V.S.A. 5718(d)-(f)). Who does not accept discloses nothing.
  func checkDisclosed(
    _ disclosure: ConflictDisclosure, _ neutral: Neutral
  ) throws(Refusal) {
    guard disclosure.acceptsAppointment, !disclosure.hasConflict else { return }
    // What the registers know by now counts before what they knew at the nomination.
    let findings = given.conflicts[neutral.member] ?? neutral.findings ?? .none
    let conflicts = findings.conflicts(pastSeatsMax: profile.pastSeatsMax)
    guard conflicts.isEmpty else { throw .conflictUndisclosed(conflicts, rule: "T12") }
  }
}
