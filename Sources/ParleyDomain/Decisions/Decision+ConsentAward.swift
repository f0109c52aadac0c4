extension Decision {
  /// One side asks; once all have, what they signed goes to the arbitrator, who has seen nothing of
  /// it until then.
  mutating func requestConsentAward() throws(Refusal) {
    guard let side else { throw .notFound }
    enter(.consentAwardAsked(by: side))
    let settlement = dispute.settlement
    guard settlement.consentAwardAskedBy.count == Side.allCases.count,
      let concluded = settlement.concluded, let agreement = settlement.agreement
    else { return }
    let terms = concluded.terms
    let text = dispute.records(in: .settlement).words["agreement.\(agreement.offer).text"]
    enter(
      .consentAwardRequested(
        AgreedTerms(
          amount: terms.amount, schedule: terms.schedule, document: agreement.document,
          paymentsBefore: concluded.paymentsBefore, payBy: instalmentsBy.max() ?? at)),
      words: text.map { [Word("agreed.text", $0)] } ?? [])
  }

  /// The sums are those that were agreed, so the arbitrator names none.
  mutating func issueConsentAward(_ document: DocumentHash) throws(Refusal) {
    guard let agreed = caseFile.arbitration?.consentAward else {
      throw unmet(.consentAwardNotRequested, .issueConsentAward)
    }
    let none = Money.zero(agreed.amount.currency)
    let last = given.zone.date(at: agreed.payBy.adding(milliseconds: -1))
    let terms = AwardTerms(
      items: [], interest: none, costs: none, payBy: max(last, today), form: .consent,
      document: document, agreed: agreed)
    move(
      .awardIssued(
        terms, finalAt: end(afterDays: profile.correctionDays),
        payBy: given.zone.end(of: terms.payBy), late: false),
      to: .awardIssued, rule: "T19", words: words("award", numbered: "1"))
  }

  /// Nothing is left that an award could record.
  mutating func lapseConsentAward() {
    let arbitration = caseFile.arbitration
    guard arbitration?.consentAward != nil, arbitration?.award == nil else { return }
    enter(.consentAwardLapsed)
  }
}
