import ArgumentParser

/// `parley arbitration`.
struct ArbitrationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "arbitration", "Arbitration: from demand to award",
    [
      ArbitrationDemand.self,
      ArbitrationAnswer.self,
      ArbitrationDefault.self,
      ArbitrationOrder.self,
      ArbitrationCloseRecord.self,
      ArbitrationReopenRecord.self,
      ArbitrationNote.self,
      ArbitrationBound.self,
      ArbitrationAward.self,
      ArbitrationShow.self,
      ArbitrationCorrect.self,
      ArbitrationAskAgreed.self,
      ArbitrationAwardAgreed.self,
      ArbitrationDeclineAgreed.self,
      ArbitrationSetAside.self,
      ArbitrationCounterclaim.self,
      ArbitrationReply.self,
      ArbitrationWithdrawCounterclaim.self,
      ArbitrationMedArb.self,
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
