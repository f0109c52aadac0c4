/// A mediation that runs beside arbitration or court. The stage stays; once all have agreed to
/// mediate, its clocks stand still under a stay that Parley places and lifts with the mediation.
package struct MediationBeside: Hashable, Sendable {
  /// Where it stands: a status of the mediation stage.
  package var status: Status
}

extension CaseFile {
  /// Where the mediation stands that goes on now, as the stage of the dispute or beside it.
  package var mediationStatus: Status? {
    mediationBeside?.status ?? (status.stage == .mediation ? status : nil)
  }

  /// Whether a mediation would run, or runs, beside the stage of the dispute.
  var mediatesBeside: Bool {
    mediationBeside != nil || status.stage == .arbitration || status.stage == .legal
  }

  /// The seat that is being filled, or talked about, now: of two, the one whose proceeding goes on.
  /// A nominee and a neutral act for their own.
  package func seatInPlay(for standings: Set<Standing> = []) -> Seat? {
    if !standings.isDisjoint(with: [.arbitrator, .arbitratorNominee]) { return .arbitrator }
    if !standings.isDisjoint(with: [.mediator, .mediatorNominee]) { return .mediator }
    if let beside = mediationBeside, Set<Status>.mediating.contains(beside.status) {
      // An objection to the one who decides does not wait until the mediation is over.
      let arbitrator = neutral(on: .arbitrator)
      let isInDoubt = arbitrator?.step == .appointed && arbitrator?.lateObjectBy != nil
      return isInDoubt && neutral(on: .mediator)?.isPending != true ? .arbitrator : .mediator
    }
    switch status.stage {
    case .mediation: return .mediator
    case .arbitration: return .arbitrator
    default: return nil
    }
  }
}
