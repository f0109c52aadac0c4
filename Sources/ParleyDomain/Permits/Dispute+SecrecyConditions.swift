extension Dispute {
  /// What a list of possible acts says beside waivers and erasures, made of what its reader sees.
  func checkSecrecyListed(_ action: Action, with standings: Set<Standing>) throws(Refusal) {
    guard let view = seen(with: standings) else { return }
    switch action {
    case .signWaiver:
      let waits = view.mediation.waivers.contains { waiver in
        switch (waiver.step, standings.side) {
        case (.withdrawn, _): false
        case (_, let side?): !waiver.signedBy.contains(side)
        case (_, nil): waiver.mediator == nil
        }
      }
      if !waits { throw unmet(.noSuchWaiver, action) }
    case .withdrawWaiver:
      guard view.mediation.waivers.contains(where: { $0.step == .proposed }) else {
        throw unmet(.noSuchWaiver, action)
      }
    case .grantErasure, .refuseErasure:
      let waits = view.records.values.contains { held in
        held.erasures.contains { $0.step == .requested }
      }
      if !waits { throw unmet(.noPendingErasure, action) }
    default: break
    }
  }
}
