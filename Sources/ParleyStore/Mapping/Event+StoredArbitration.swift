import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedArbitration() throws -> StoredEvent? {
    switch self {
    case .arbitrationDemanded(let demand, let by, let answerBy):
      try .arbitrationDemanded(
        .with {
          $0.basis = demand.basis.rawValue
          $0.agreement = try demand.agreement.stored()
          $0.mediationFirst = demand.mediationFirst.rawValue
          $0.feeReference = demand.feeReference
          $0.by = by.rawValue
          $0.answerByMs = answerBy.milliseconds
        })
    case .demandAnswered(let answers):
      try .demandAnswered(.with { $0.answers = try answers.map { try $0.stored() } })
    case .answerLapsed: .answerLapsed(.init())
    case .defaultRequested: .defaultRequested(.init())
    case .orderIssued(let order, let number, let dueAt):
      try .orderIssued(
        .with {
          $0.kind = order.kind.rawValue
          $0.due = order.due?.stored ?? ""
          $0.number = try ParleyStore.stored(number)
          if let dueAt { $0.dueMs = dueAt.milliseconds }
        })
    case .recordClosed(let awardBy):
      .recordClosed(.with { $0.awardByMs = awardBy.milliseconds })
    case .recordReopened: .recordReopened(.init())
    case .deliberationNoted: .deliberationNoted(.init())
    default: try storedAward()
    }
  }

  private func storedAward() throws -> StoredEvent? {
    switch self {
    case .awardIssued(let terms, let finalAt, let payBy, let late):
      try .awardIssued(
        .with {
          $0.items = try terms.items.map { try $0.stored() }
          $0.interest = terms.interest.stored
          $0.costs = terms.costs.stored
          $0.payBy = terms.payBy.stored
          $0.form = terms.form.rawValue
          $0.documentSha256 = terms.document.hex
          $0.finalMs = finalAt.milliseconds
          $0.payByMs = payBy.milliseconds
          $0.late = late
          if let decided = terms.counterclaim { $0.counterclaim = decided.stored }
          if let agreed = terms.agreed { $0.agreed = try agreed.stored() }
        })
    case .awardCorrected(let document, let version):
      try .awardCorrected(
        .with {
          $0.documentSha256 = document.hex
          $0.version = try ParleyStore.stored(version)
        })
    case .consentAwardAsked(let by): .consentAwardAsked(.with { $0.by = by.rawValue })
    case .consentAwardRequested(let agreed):
      try .consentAwardRequested(.with { $0.agreed = try agreed.stored() })
    case .consentAwardDeclined: .consentAwardDeclined(.init())
    case .consentAwardLapsed: .consentAwardLapsed(.init())
    case .awardFinal: .awardFinal(.init())
    case .awardUnpaid: .awardUnpaid(.init())
    default: nil
    }
  }

  static func readArbitration(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .arbitrationDemanded(let demanded):
      .arbitrationDemanded(
        ArbitrationDemand(
          basis: try choice(demanded.basis),
          agreement: try ExhibitID(stored: demanded.agreement),
          mediationFirst: try choice(demanded.mediationFirst),
          feeReference: demanded.feeReference),
        by: try choice(demanded.by), answerBy: instant(demanded.answerByMs))
    case .demandAnswered(let answered):
      .demandAnswered(try answered.answers.map(ItemAnswer.init(stored:)))
    case .answerLapsed: .answerLapsed
    case .defaultRequested: .defaultRequested
    case .orderIssued(let issued):
      .orderIssued(
        ProceduralOrder(kind: try choice(issued.kind), due: try CivilDate.ifAny(issued.due)),
        number: Int(issued.number), dueAt: issued.hasDueMs ? instant(issued.dueMs) : nil)
    case .recordClosed(let closed): .recordClosed(awardBy: instant(closed.awardByMs))
    case .recordReopened: .recordReopened
    case .deliberationNoted: .deliberationNoted
    case .awardIssued(let issued):
      .awardIssued(
        try AwardTerms(stored: issued), finalAt: instant(issued.finalMs),
        payBy: instant(issued.payByMs), late: issued.late)
    case .awardCorrected(let corrected):
      .awardCorrected(
        document: try documentHash(corrected.documentSha256), version: Int(corrected.version))
    case .consentAwardAsked(let asked): .consentAwardAsked(by: try choice(asked.by))
    case .consentAwardRequested(let requested):
      .consentAwardRequested(try AgreedTerms(stored: requested.agreed))
    case .consentAwardDeclined: .consentAwardDeclined
    case .consentAwardLapsed: .consentAwardLapsed
    case .awardFinal: .awardFinal
    case .awardUnpaid: .awardUnpaid
    default: nil
    }
  }
}

extension AwardTerms {
  fileprivate init(stored issued: Parley_Journal_V1_AwardIssued) throws {
    self.init(
      items: try issued.items.map(ItemAward.init(stored:)),
      interest: try Money(stored: issued.interest), costs: try Money(stored: issued.costs),
      payBy: try CivilDate(stored: issued.payBy), form: try choice(issued.form),
      document: try documentHash(issued.documentSha256),
      counterclaim: issued.hasCounterclaim
        ? try CounterclaimAward(stored: issued.counterclaim) : nil,
      agreed: issued.hasAgreed ? try AgreedTerms(stored: issued.agreed) : nil)
  }
}

extension AgreedTerms {
  fileprivate func stored() throws -> Parley_Journal_V1_AgreedTerms {
    try .with {
      $0.amount = amount.stored
      $0.schedule = try schedule.map { try $0.stored() }
      $0.agreementSha256 = document.hex
      $0.paymentsBefore = try ParleyStore.stored(paymentsBefore)
      $0.payByMs = payBy.milliseconds
    }
  }

  fileprivate init(stored terms: Parley_Journal_V1_AgreedTerms) throws {
    self.init(
      amount: try Money(stored: terms.amount),
      schedule: try terms.schedule.map(Instalment.init(stored:)),
      document: try documentHash(terms.agreementSha256),
      paymentsBefore: Int(terms.paymentsBefore), payBy: instant(terms.payByMs))
  }
}

extension CounterclaimAward {
  fileprivate var stored: Parley_Journal_V1_CounterclaimAward {
    .with {
      $0.disposition = disposition.rawValue
      $0.amount = amount.stored
    }
  }

  fileprivate init(stored award: Parley_Journal_V1_CounterclaimAward) throws {
    self.init(disposition: try choice(award.disposition), amount: try Money(stored: award.amount))
  }
}
