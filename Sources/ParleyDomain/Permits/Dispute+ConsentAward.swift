extension Dispute {
  /// The parties ask for what all of them have signed and are performing; the arbitrator, who sees
  /// none of that, answers what reached the case.
  func checkConsentAward(_ action: Action, by side: Side?) throws(Refusal) {
    if action == .requestConsentAward {
      if let side, settlement.consentAwardAskedBy.contains(side) {
        throw unmet(.consentAwardAsked, action)
      }
      guard settlement.state == .performing, settlement.concluded != nil else {
        throw unmet(
          .notSettled, action,
          next: settlement.state == .signing
            ? NextStep(.signAgreement, by: unsigned.first?.standing ?? .claimant)
            : nil)
      }
      return
    }
    guard caseFile.arbitration?.consentAward != nil else {
      throw unmet(.consentAwardNotRequested, action)
    }
    if action == .issueConsentAward { try checkUnchallenged(action) }
  }
}
