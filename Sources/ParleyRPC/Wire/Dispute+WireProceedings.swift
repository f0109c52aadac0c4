import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Dispute {
  /// Reminders, demands, mediation, arbitration, court.
  mutating func setProceedings(_ sheet: Sheet, _ words: WordReading) {
    let file = sheet.dispute.caseFile
    reminders = file.reminders.map { reminder in
      .with {
        $0.number = Int32(clamping: reminder.number)
        $0.channel = .init(reminder.channel)
        $0.sendTime = .init(reminder.sentAt)
      }
    }
    demands = file.demands.map { demand in
      .with {
        $0.number = Int32(clamping: demand.number)
        $0.amount = .init(demand.terms.amount)
        $0.graceDays = Int32(clamping: demand.terms.graceDays)
        $0.channel = .init(demand.terms.channel)
        $0.serveTime = .init(demand.servedAt)
        $0.graceEndTime = .init(demand.graceEndsAt)
      }
    }
    if file.mediationProposedBy != nil { mediation = Self.mediation(sheet) }
    if let arbitration = file.arbitration {
      self.arbitration = .init(arbitration, words, of: sheet.dispute.id)
    }
    if file.legal != LegalFile() {
      legalAction = .init(file.legal, words, of: sheet.dispute.id)
      legalAction.enforcementReceipts = file.legal.enforcements.map { enforcement in
        .init(file.received(by: enforcement.number, in: sheet.dispute.currency))
      }
    }
  }

  /// What settlement, approvals and assessment hold; empty for who does not see them.
  mutating func setSettlementAndApprovals(_ sheet: Sheet) {
    let dispute = sheet.dispute
    partSettlements = dispute.wiredParts
    if let concluded = dispute.settlement.concluded {
      let accepted = dispute.settlement.agreement?.offer
      concludedTerms = .init(
        concluded.terms, of: dispute.id,
        conditions: accepted.map {
          WordReading(dispute, .settlement)["offer.\($0).conditions"]
        } ?? "")
    }
    pendingApprovals = dispute.approvals.requests.filter { $0.step == .pending }
      .map { .init($0, of: dispute.id) }
    if let choice = dispute.approvals.assessment, let at = dispute.approvals.assessedAt {
      assessment.choice = .init(choice)
      assessment.reason = WordReading(dispute, .internal)["assessment.reason"]
      assessment.assessTime = .init(at)
    }
  }

  private static func mediation(_ sheet: Sheet) -> Parley_V1_Mediation {
    let dispute = sheet.dispute
    let file = dispute.caseFile
    return .with {
      $0.proposedBy = .init(file.mediationProposedBy)
      $0.signedBy = Set(file.groundRulesSigned.keys).values
      $0.sessions = file.sessions.map { session in
        let caucus = dispute.mediation.caucuses.last {
          $0.session == session.number && $0.endedAt == nil
        }
        return .with {
          $0.name = dispute.id.child("sessions", session.number)
          $0.startTime = .init(session.startsAt)
          $0.state = .init(session.step)
          $0.attending = session.attending.values
          $0.caucusWith = .init(caucus?.with)
        }
      }
      if let status = file.mediationStatus { $0.status = .init(status) }
      $0.beside = file.mediationBeside != nil
      if let ended = file.mediationEndedAt { $0.endTime = .init(ended) }
      if let report = file.mediatorReport {
        $0.report = .with {
          $0.occurred = report.occurred
          $0.terminated = report.terminated
          $0.settled = report.settled
          $0.attending = report.attending.values
        }
      }
    }
  }
}

extension Parley_V1_Arbitration {
  init(_ file: ArbitrationFile, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    demandedBy = .init(file.by)
    basis = .init(file.demand.basis)
    agreementExhibit = dispute.exhibit(file.demand.agreement)
    mediationFirst = .init(file.demand.mediationFirst)
    feeReference = file.demand.feeReference
    relief = words["arbitration.relief"]
    demandTime = .init(file.demandedAt)
    answerByTime = .init(file.answerBy)
    answers = (file.answers ?? []).map { .init($0, words, of: dispute) }
    byDefault = file.byDefault
    orders = file.orders.map { numbered in
      .with {
        $0.number = Int32(clamping: numbered.number)
        $0.kind = .init(numbered.order.kind)
        if let due = numbered.order.due { $0.dueDate = .init(due) }
        $0.text = words["order.\(numbered.number).text"]
        $0.issueTime = .init(numbered.issuedAt)
      }
    }
    if let closedAt = file.recordClosedAt { recordCloseTime = .init(closedAt) }
    if let record = file.award { award = .init(record, words, of: dispute) }
    if let agreed = file.consentAward, file.award == nil {
      consentAward = .init(agreed, words)
    }
    let terms = file.award?.terms
    counterclaims = file.counterclaims.map {
      .init(
        $0, decided: terms?.counterclaim != nil || terms?.agreed != nil, words, of: dispute)
    }
  }
}

extension Parley_V1_AgreedTerms {
  init(_ terms: AgreedTerms, _ words: WordReading) {
    self.init()
    amount = .init(terms.amount)
    schedule = terms.schedule.map { instalment in
      .with {
        $0.number = Int32(clamping: instalment.number)
        $0.dueDate = .init(instalment.due)
        $0.amount = .init(instalment.amount)
      }
    }
    agreementSha256 = terms.document.hex
    text = words["agreed.text"]
  }
}

extension Parley_V1_Award {
  init(_ record: AwardRecord, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    consideredExhibits = record.considered.map { dispute.exhibit($0) }
    items = record.terms.items.map { decided in
      .with {
        $0.item = Int32(clamping: decided.item)
        $0.disposition = .init(decided.disposition)
        $0.amount = .init(decided.amount)
      }
    }
    interest = .init(record.terms.interest)
    costs = .init(record.terms.costs)
    payByDate = .init(record.terms.payBy)
    form = .init(record.terms.form)
    sha256 = record.document.hex
    version = Int32(clamping: record.version)
    late = record.late
    issueTime = .init(record.issuedAt)
    finalTime = .init(record.finalAt)
    if let sum = record.terms.total { total = .init(sum) }
    if let decided = record.terms.counterclaim {
      counterclaim.disposition = .init(decided.disposition)
      counterclaim.amount = .init(decided.amount)
    }
    if let due = record.terms.dueToClaimant { dueToClaimant = .init(due) }
    if let due = record.terms.dueToRespondent { dueToRespondent = .init(due) }
    if let terms = record.terms.agreed { agreed = .init(terms, words) }
    if let after = record.interestAfter { interestAfter = .init(after) }
    if let bounded = record.bounded {
      boundedBy = .init(bounded.kind)
      boundedAmount = .init(bounded.amount)
    }
  }
}

extension Parley_V1_InterestAfter {
  init(_ after: ParleyDomain.InterestAfter) {
    self.init()
    profile = after.pin.profile
    rateBasisPoints = Int32(clamping: after.pin.contractBasisPoints ?? 0)
    fromDate = .init(after.from)
  }
}

extension Parley_V1_ExhibitSeal {
  init(_ id: ExhibitID, _ seal: Seal, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    exhibit = dispute.exhibit(id)
    reason = words["seal.E-\(id.number).reason"]
    switch seal {
    case .struck: struck = true
    case .sealed(let sides): readers = sides.values
    }
  }
}

extension Parley_V1_Hold {
  init(_ hold: Hold, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    number = Int32(clamping: hold.number)
    kind = .init(hold.terms.kind)
    basis = words["hold.\(hold.number).basis"]
    reference = words["hold.\(hold.number).reference"]
    document = hold.terms.document.map(dispute.exhibit) ?? ""
    placeTime = .init(hold.placedAt)
    if let endsAt = hold.endsAt { expireTime = .init(endsAt) }
    if let endedAt = hold.endedAt { endTime = .init(endedAt) }
  }
}

extension Parley_V1_LegalAction {
  init(_ file: LegalFile, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    if let placedAt = file.placedAt { placeTime = .init(placedAt) }
    if let record = file.filing { filing = .init(record, "FILING", words, of: dispute) }
    if let record = file.service { service = .init(record, "SERVICE", words, of: dispute) }
    if let record = file.judgment { judgment = .init(record, "JUDGMENT", words, of: dispute) }
    if let amount = file.judgmentAmount { judgmentAmount = .init(amount) }
    enforcements = file.enforcements.map { .init($0.kind) }
    garnishments = file.enforcements.compactMap { enforcement in
      enforcement.garnishment.map { taken in
        .with {
          $0.enforcement = Int32(clamping: enforcement.number)
          $0.disposableEarnings = .init(taken.disposable)
          $0.period = .init(taken.period)
          $0.withheld = .init(taken.withheld)
          if let cap = enforcement.cap { $0.cap = .init(cap) }
        }
      }
    }
    if let after = file.interestAfter { interestAfter = .init(after) }
    if let until = file.judgmentUntil { judgmentExpireDate = .init(until) }
    judgmentExpired = file.judgmentExpired
    renewals = file.renewals.enumerated().map { index, renewal in
      .with {
        $0.record = .init(renewal.record, "RENEWAL-\(index + 1)", words, of: dispute)
        $0.record.courtNumber = words["court.RENEWAL-\(index + 1).reference"]
        $0.expireDate = .init(renewal.until)
      }
    }
  }
}

extension Parley_V1_CourtRecord {
  init(_ record: CourtRecord, _ act: String, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    document = dispute.exhibit(record.document)
    eventDate = .init(record.on)
    court = words["court.\(act).name"]
    courtNumber = words["court.\(act).number"]
  }
}
