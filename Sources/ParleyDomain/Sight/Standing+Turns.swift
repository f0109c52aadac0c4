extension Set<Standing> {
  /// As whom it can be their move.
  package var turns: Set<Turn> {
    var turns: Set<Turn> = []
    for standing in self {
      switch standing {
      case .claimant, .supervisor, .claimantCounsel: turns.insert(.claimant)
      case .respondent, .respondentCounsel: turns.insert(.respondent)
      case .mediator, .mediatorNominee, .arbitrator, .arbitratorNominee: turns.insert(.neutral)
      case .administrator: turns.insert(.administrator)
      case .auditor, .clock: break
      }
    }
    return turns
  }
}
