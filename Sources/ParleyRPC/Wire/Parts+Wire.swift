import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_ItemAnswer {
  init(_ answer: ItemAnswer, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    item = Int32(clamping: answer.item)
    kind = .init(answer.kind)
    if let amount = answer.amount { self.amount = .init(amount) }
    proof = answer.proof.map(dispute.exhibit) ?? ""
    ground = words["answer.\(answer.item).ground"]
  }
}

extension Parley_V1_OfferTerms {
  init(_ terms: OfferTerms, of dispute: DisputeID, conditions: String) {
    self.init()
    kind = .init(terms.kind)
    amount = .init(terms.amount)
    schedule = terms.schedule.map { instalment in
      .with {
        $0.number = Int32(clamping: instalment.number)
        $0.dueDate = .init(instalment.due)
        $0.amount = .init(instalment.amount)
      }
    }
    expiresInDays = Int32(clamping: terms.expiresInDays)
    inReplyTo = terms.inReplyTo.map { dispute.child("offers", $0) } ?? ""
    by = .init(terms.by)
    items = terms.items.map { Int32(clamping: $0) }
    self.conditions = conditions
    if let clause = terms.defaultClause {
      defaultClause = .with {
        $0.graceDays = Int32(clamping: clause.graceDays)
        $0.cureDays = Int32(clamping: clause.cureDays)
        $0.remedy = .init(clause.remedy)
      }
    }
  }
}

extension Parley_V1_Offer {
  init(_ offer: Offer, in dispute: Dispute) {
    self.init()
    name = dispute.id.child("offers", offer.number)
    terms = .init(
      offer.terms, of: dispute.id,
      conditions: WordReading(dispute, .settlement)["offer.\(offer.number).conditions"])
    terms.by = .init(offer.by)
    state = .init(offer.step)
    makeTime = .init(offer.madeAt)
    expireTime = .init(offer.expiresAt)
    etag = Etag.of(offer)
    bidding = offer.bidding.map { dispute.id.child("biddings", $0) } ?? ""
  }
}

extension Parley_V1_Approval {
  init(_ request: ApprovalRequest, of dispute: DisputeID) {
    self.init()
    name = dispute.child("approvals", request.number)
    switch request.act {
    case .writeOff: act = .writeOff
    case .referCollections(let share):
      act = .referCollections
      contingencyBasisPoints = Int32(clamping: share)
    case .referCounsel: act = .referCounsel
    case .changeContractForm(let form):
      act = .changeContractForm
      contractForm = .init(form)
    case .makeOffer(let terms):
      act = .makeOffer
      offer = .init(terms, of: dispute, conditions: "")
    case .acceptOffer(let number, _):
      act = .acceptOffer
      acceptedOffer = dispute.child("offers", number)
    }
    requester = request.by.name
    requestTime = .init(request.askedAt)
    if let until = request.coolsUntil { coolingOffEndTime = .init(until) }
    state = .init(request.step)
  }
}

extension Parley_V1_Deadline {
  /// Those that run in due order, then those that stand still.
  static func all(of sheet: Sheet) -> [Parley_V1_Deadline] {
    sheet.dispute.deadlines.map { .init($0, sheet) } + still(of: sheet)
  }

  static func still(of sheet: Sheet) -> [Parley_V1_Deadline] {
    sheet.dispute.stillDeadlines.map { deadline in
      var still = Parley_V1_Deadline(deadline, sheet)
      still.standsStill = true
      still.clearDueTime()
      return still
    }
  }

  init(_ deadline: Deadline, _ sheet: Sheet) {
    self.init(
      sheet.dispute.account(of: deadline, profile: sheet.profile, zone: sheet.zone), sheet)
    let file = sheet.dispute.caseFile
    switch deadline.kind {
    case .limitation:
      if let finding = file.limitation.finding {
        reckoning.limitation = .init(finding)
      } else {
        reckoning.statedBecause = WordReading(sheet.dispute, .caseFile)["limitation.source"]
      }
    default: break
    }
  }

  init(_ account: DeadlineAccount, _ sheet: Sheet) {
    self.init()
    let deadline = account.deadline
    self.dispute = sheet.dispute.id.name
    reckoning = .init(account, profile: sheet.profile)
    (kind, number) = Self.kind(deadline.kind)
    dueTime = .init(deadline.dueAt)
    zone = sheet.zone.name
    rule = deadline.rule
    waitsOn = Turn.allCases.filter(deadline.waitsOn.contains).map { .init($0) }
    compartment = .init(deadline.compartment)
  }

  private static func kind(_ kind: DeadlineKind) -> (Parley_V1_DeadlineKind, Int32) {
    switch kind {
    case .cure: (.cure, 0)
    case .grace: (.grace, 0)
    case .offerExpiry(let number): (.offerExpiry, Int32(clamping: number))
    case .signing: (.signing, 0)
    case .biddingConsent: (.biddingConsent, 0)
    case .bidRound(let number): (.bidRound, Int32(clamping: number))
    case .mediationConsent: (.mediationConsent, 0)
    case .objectionWindow: (.objectionWindow, 0)
    case .mediationWindow: (.mediationWindow, 0)
    case .answer: (.answer, 0)
    case .exchange: (.exchange, 0)
    case .award: (.award, 0)
    case .correctionWindow: (.correctionWindow, 0)
    case .payBy: (.payBy, 0)
    case .instalment(let number): (.instalment, Int32(clamping: number))
    case .planCure: (.planCure, 0)
    case .limitation: (.limitation, 0)
    case .holdEnd(let number): (.holdEnd, Int32(clamping: number))
    case .reminder(let number): (.reminder, Int32(clamping: number))
    case .judgmentExpiry: (.judgmentExpiry, 0)
    // Alerts are no deadlines: they are told as `expiry_alert` once they are made.
    case .limitationAlert, .judgmentAlert: (.unspecified, 0)
    case .reply: (.reply, 0)
    case .recordedContest: (.recordedContest, 0)
    case .settlementContest: (.settlementContest, 0)
    case .exhibitCure(let number): (.exhibitCure, Int32(clamping: number))
    }
  }
}

extension Parley_V1_LimitationBasis {
  init(_ finding: LimitationFinding) {
    self.init()
    table = finding.table
    jurisdiction = finding.jurisdiction
    item = Int32(clamping: finding.item)
    start = .init(finding.start)
    startDate = .init(finding.from)
    delayMonths = Int32(clamping: finding.delayMonths)
    periodMonths = Int32(clamping: finding.months)
    restarts = LimitationRow.Restart.allCases.filter(finding.restarts.contains).map { .init($0) }
    if let begun = finding.begun {
      begunBy = .init(begun.by)
      begunDate = .init(begun.on)
    }
    source = finding.source
    asOfDate = .init(finding.asOf)
    confidence = .init(finding.confidence)
  }
}

extension Parley_V1_Reckoning {
  init(_ account: DeadlineAccount, profile: RuleProfile) {
    self.init()
    triggerTime = .init(account.deadline.triggeredAt)
    source = account.source
    cutOffMinutes = Int32(clamping: profile.cutOffMinutes)
    calendar = profile.calendar.name
    if let counted = account.reckoning {
      serviceDays = Int32(clamping: counted.serviceDays)
      periodDays = Int32(clamping: counted.days)
      nominalDate = .init(counted.nominal)
      lastDate = .init(counted.last)
      restDays = counted.passedOver.map { rest in
        .with {
          $0.restDate = .init(rest.day)
          $0.why = rest.why
        }
      }
    }
    if let extended = account.deadline.extendedTo { extendedDate = .init(extended) }
    standStills = account.stoodStill.map { span in
      .with {
        $0.startTime = .init(max(span.from, account.deadline.setAt))
        if let end = span.to { $0.endTime = .init(end) }
      }
    }
  }
}

extension Parley_V1_AllowedAction {
  init(_ verdict: ActionVerdict) {
    self.init()
    action = .init(verdict.action)
    allowed = verdict.allowed
    guard let refusal = verdict.refusal else { return }
    reason = refusal.reason.name
    switch refusal {
    case .wrongStage(_, _, _, let rule, let earliest, let next),
      .unmet(_, _, let rule, let earliest, let next):
      self.rule = rule
      if let earliest { earliestTime = .init(earliest) }
      if let next {
        self.next.action = .init(next.action)
        self.next.by = .init(next.by)
      }
    default: return
    }
  }
}
