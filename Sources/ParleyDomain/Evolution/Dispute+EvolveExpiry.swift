extension Dispute {
  /// Until when a judgment can be enforced.
  mutating func applyJudgment(_ entry: Entry) {
    switch entry.event {
    case .judgmentExpirySet(let until, let clocks): expire(until, clocks, from: entry)
    case .judgmentRenewed(let record, let until, let clocks):
      caseFile.legal.renewals.append(JudgmentRenewal(record: record, until: until))
      expire(until, clocks, from: entry)
    case .judgmentExpired:
      caseFile.legal.judgmentExpired = true
      stop { $0 == .judgmentExpiry }
    default: break
    }
  }

  private mutating func expire(
    _ until: CivilDate, _ clocks: [RestartedClock], from entry: Entry
  ) {
    caseFile.legal.judgmentUntil = until
    caseFile.legal.judgmentExpired = false
    stop { kind in
      if case .judgmentAlert = kind { true } else { kind == .judgmentExpiry }
    }
    for clock in clocks {
      run(
        clock.kind, until: clock.dueAt, waitsOn: clock.kind == .judgmentExpiry ? [.claimant] : [],
        rule: "T23", from: entry)
    }
  }

  /// The last day to bring the claim moved, and the alerts before it with it.
  mutating func applyLimitation(_ entry: Entry) {
    guard case .limitationMoved(let limitation, let clocks) = entry.event else { return }
    caseFile.limitation = limitation
    stop { kind in
      if case .limitationAlert = kind { true } else { false }
    }
    for clock in clocks {
      if clock.kind == .limitation {
        restart(clock.kind, until: clock.dueAt, at: entry.effectiveAt)
      } else {
        run(clock.kind, until: clock.dueAt, waitsOn: [], rule: "T1", from: entry)
      }
    }
  }
}
