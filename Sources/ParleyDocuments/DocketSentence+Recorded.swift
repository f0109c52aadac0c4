import ParleyDomain

extension DocketSentence {
  /// Counterclaims, med-arb consent, and what was recorded for a party.
  static func recorded(_ event: Event, _ zone: Zone) -> String? {
    switch event {
    case .medArbConsented(let by, _, _):
      "The \(lower(by.rawValue)) agreed that who mediated may be nominated as arbitrator"
    case .counterclaimFiled(let terms, let number, let replyBy):
      "Counterclaim \(number) filed for \(MoneyText.text(terms.amount)); to be replied to by "
        + DateText.lastMinute(before: replyBy, in: zone)
    case .counterclaimReplied(let reply, let late):
      (reply.admitted.map { "Counterclaim admitted for \(MoneyText.text($0))" }
        ?? "Counterclaim contested") + (late ? " (after the time set)" : "")
    case .counterclaimReplyLapsed: "Counterclaim not replied to in time, which counts as a denial"
    case .counterclaimWithdrawn: "Counterclaim withdrawn"
    case .settlementAnnulled: "Settlement annulled: it was not the party who signed"
    case .contestPeriodBegan(let until):
      "The respondent joined and may contest what was recorded for it until "
        + DateText.lastMinute(before: until, in: zone)
    case .contestPeriodEnded: "Time to contest what was recorded for the respondent is over"
    case .recordedActContested(let number, let takenBack, _):
      "Recorded act \(number) contested by the respondent"
        + (takenBack ? " and taken back" : "; it stays on record and is marked")
    case .contestRuled(let number, let upheld):
      "Contest of recorded act \(number) \(upheld ? "upheld: the act is set aside" : "refused")"
    case .conflictsChecked(let seat, _, let findings):
      "Registers searched for ties of the \(lower(seat.rawValue)): \(found(findings))"
    default: nil
    }
  }

  private static func found(_ findings: ConflictFindings) -> String {
    func seats(_ number: Int, _ whom: String) -> String? {
      number == 0 ? nil : "\(number) earlier seat\(number == 1 ? "" : "s") with \(whom)"
    }
    let relations = RelationKind.allCases.compactMap { kind in
      findings.relations[kind].map { "\($0) on register (\(lower(kind.rawValue)))" }
    }
    let all =
      [
        seats(findings.seatsWithClaimant, "the claimant"),
        seats(findings.seatsWithRespondent, "the respondent"),
        seats(findings.seatsWithCounsel, "counsel"),
      ].compactMap { $0 } + relations
    return all.isEmpty ? "none found" : all.joined(separator: ", ")
  }
}
