extension Dispute {
  mutating func applyArbitration(_ entry: Entry) {
    let at = entry.effectiveAt
    switch entry.event {
    case .arbitrationDemanded(let demand, let by, let answerBy):
      caseFile.arbitration = ArbitrationFile(
        demand: demand, by: by, demandedAt: at, answerBy: answerBy)
      run(.answer, until: answerBy, waitsOn: [by.other.turn], rule: "T15", from: entry)
    case .demandAnswered(let answers):
      caseFile.arbitration?.answers = answers
      if caseFile.arbitration?.by == .claimant {
        caseFile.respondentAnswered = true
        apply(answers)
        acknowledge(answers, at: entry)
      }
      stop { $0 == .answer }
    case .answerLapsed: stop { $0 == .answer }
    case .defaultRequested: caseFile.arbitration?.byDefault = true
    case .orderIssued(let order, let number, let dueAt):
      caseFile.arbitration?.orders.append(
        NumberedOrder(number: number, order: order, dueAt: dueAt, issuedAt: at))
      if order.kind == .evidenceTimetable, let dueAt {
        run(
          .exchange, until: dueAt, waitsOn: [.claimant, .respondent], rule: "T18", from: entry)
      }
    case .recordClosed(let awardBy):
      caseFile.arbitration?.recordClosedAt = at
      stop { $0 == .exchange }
      run(.award, until: awardBy, waitsOn: [.neutral], rule: "T19", from: entry)
    case .recordReopened:
      caseFile.arbitration?.recordClosedAt = nil
      stop { $0 == .award }
    default: applyAward(entry)
    }
  }

  private mutating func applyAward(_ entry: Entry) {
    switch entry.event {
    case .awardIssued(let terms, let finalAt, let payBy, let late):
      // Terms the parties agreed on rest on no evidence.
      let considered = terms.agreed == nil ? consideredRecord : []
      caseFile.arbitration?.award = AwardRecord(
        terms: terms, issuedAt: entry.effectiveAt, finalAt: finalAt, payBy: payBy, late: late,
        document: terms.document, version: 1, considered: considered)
      stop { $0 == .award || terms.agreed != nil && $0 == .exchange }
      if terms.agreed != nil { settleItems() }
      for decision in terms.items {
        for index in caseFile.items.indices
        where caseFile.items[index].item.number == decision.item {
          caseFile.items[index].standing = decision.disposition == .denied ? .denied : .awarded
        }
      }
      run(.correctionWindow, until: finalAt, waitsOn: [.neutral], rule: "T19", from: entry)
    case .awardCorrected(let document, let version):
      caseFile.arbitration?.award?.document = document
      caseFile.arbitration?.award?.version = version
    case .consentAwardRequested(let agreed): caseFile.arbitration?.consentAward = agreed
    case .consentAwardDeclined, .consentAwardLapsed:
      caseFile.arbitration?.consentAward = nil
      settlement.consentAwardAskedBy = []
    case .awardFinal:
      stop { $0 == .correctionWindow }
      if let payBy = caseFile.arbitration?.award?.payBy {
        run(.payBy, until: payBy, waitsOn: [.respondent], rule: "T20", from: entry)
      }
    case .awardUnpaid: stop { $0 == .payBy }
    case .interestAfterSet(let after, false):
      caseFile.arbitration?.award?.interestAfter = after
    case .awardBounded(let kind, let amount):
      caseFile.arbitration?.award?.bounded = AwardRecordBound(kind: kind, amount: amount)
    case .awardSetAside(let answers):
      for index in caseFile.items.indices
      where [.awarded, .denied].contains(caseFile.items[index].standing) {
        caseFile.items[index].standing = .claimed
      }
      caseFile.arbitration?.award = nil
      caseFile.arbitration?.byDefault = false
      caseFile.arbitration?.recordClosedAt = nil
      caseFile.arbitration?.answers = answers
      if caseFile.arbitration?.by == .claimant {
        caseFile.respondentAnswered = true
        apply(answers)
        acknowledge(answers, at: entry)
      }
      stop { $0 == .correctionWindow || $0 == .payBy }
    default: break
    }
  }

  /// What was agreed takes the place of every item that still stood.
  private mutating func settleItems() {
    for index in caseFile.items.indices
    where [.claimed, .admitted, .contested].contains(caseFile.items[index].standing) {
      caseFile.items[index].standing = .settled
    }
  }

  mutating func applyLegal(_ entry: Entry) {
    switch entry.event {
    case .collectionsPlaced:
      caseFile.legal.placedAt = entry.effectiveAt
      caseFile.legal.returnsTo = entry.transition?.from
    case .collectionsRecalled, .counselReferred: caseFile.legal.placedAt = nil
    case .courtFilingRecorded(let record):
      caseFile.legal.filing = record
      stop { $0 == .limitation }
    case .courtServiceRecorded(let record): caseFile.legal.service = record
    case .dismissalRecorded:
      caseFile.legal.filing = nil
      caseFile.legal.service = nil
    case .judgmentRecorded(let record, let amount):
      caseFile.legal.judgment = record
      caseFile.legal.judgmentAmount = amount
      caseFile.legal.judgmentAt = entry.effectiveAt
      caseFile.legal.paymentsBeforeJudgment = caseFile.payments.map(\.number).max() ?? 0
    case .enforcementRecorded(_, let kind):
      caseFile.legal.enforcements.append(
        RecordedEnforcement(number: caseFile.legal.enforcements.count + 1, kind: kind))
    case .garnishmentSet(let garnishment, let number, let cap):
      for index in caseFile.legal.enforcements.indices
      where caseFile.legal.enforcements[index].number == number {
        caseFile.legal.enforcements[index].garnishment = garnishment
        caseFile.legal.enforcements[index].cap = cap
      }
    case .interestAfterSet(let after, true): caseFile.legal.interestAfter = after
    default: break
    }
  }
}
