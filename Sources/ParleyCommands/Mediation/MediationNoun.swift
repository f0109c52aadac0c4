import ArgumentParser

/// `parley mediation`.
struct MediationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "mediation", "Mediation: from proposal to report",
    [
      MediationPropose.self,
      MediationConsent.self,
      MediationDecline.self,
      MediationWithdraw.self,
      MediationImpasse.self,
      MediationReport.self,
      MediationRules.self,
      MediationNote.self,
      NeutralNominate.self,
      NeutralDisclose.self,
      NeutralObject.self,
      NeutralRule.self,
      NeutralWaive.self,
      NeutralAppoint.self,
      NeutralDeclineNomination.self,
      NeutralRecuse.self,
    ])
}
