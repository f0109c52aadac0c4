import JournalWire
import ParleyDomain
import SwiftProtobuf

extension Event {
  func storedSettlement() throws -> StoredEvent? {
    switch self {
    case .offerMade(let terms, let number, let by, let expiresAt):
      try .offerMade(
        .with {
          $0.terms = try terms.stored()
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
          $0.expiresMs = expiresAt.milliseconds
        })
    case .offerSuperseded(let number, let by):
      try .offerSuperseded(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.by = try ParleyStore.stored(by)
        })
    case .offerCountered(let number, let by):
      try .offerCountered(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.by = try ParleyStore.stored(by)
        })
    case .offerAccepted(let number, let by, let agreement, let signBy):
      try .offerAccepted(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
          $0.agreementSha256 = agreement.hex
          $0.signByMs = signBy.milliseconds
        })
    case .offerRejected(let number, let by):
      try .offerRejected(
        .with {
          $0.number = try ParleyStore.stored(number)
          $0.by = by.rawValue
        })
    case .offerWithdrawn(let number):
      try .offerWithdrawn(.with { $0.number = try ParleyStore.stored(number) })
    case .offerExpired(let number):
      try .offerExpired(.with { $0.number = try ParleyStore.stored(number) })
    default: try storedAgreement()
    }
  }

  private func storedAgreement() throws -> StoredEvent? {
    switch self {
    case .agreementSigned(let signature, let by):
      .agreementSigned(
        .with {
          $0.documentSha256 = signature.document.hex
          $0.authority = signature.authority.rawValue
          $0.by = by.rawValue
        })
    case .settlementConcluded(let terms, let instalmentsBy):
      try .settlementConcluded(
        .with {
          $0.terms = try terms.stored()
          $0.instalmentsByMs = instalmentsBy.map(\.milliseconds)
        })
    case .agreementLapsed: .agreementLapsed(.init())
    case .settlementDefaulted(let instalment, let cureBy):
      try .settlementDefaulted(
        .with {
          $0.instalment = try ParleyStore.stored(instalment)
          if let cureBy { $0.cureByMs = cureBy.milliseconds }
        })
    case .settlementAccelerated: .settlementAccelerated(.init())
    case .claimReinstated: .claimReinstated(.init())
    case .settlementCured: .settlementCured(.init())
    case .settlementPerformed: .settlementPerformed(.init())
    case .paymentPosted(let payment, let number):
      try .paymentPosted(
        .with {
          $0.amount = payment.amount.stored
          $0.valueDate = payment.valueDate.stored
          $0.method = payment.method.rawValue
          $0.bankReference = payment.bankReference
          $0.number = try ParleyStore.stored(number)
          if let received = payment.received { $0.received = received.stored }
          if let enforcement = payment.enforcement {
            $0.enforcement = try ParleyStore.stored(enforcement)
          }
          if case .decided(let offer) = payment.tender {
            $0.tenderOffer = try ParleyStore.stored(offer)
          }
        })
    case .paymentReported(let report):
      try .paymentReported(
        .with {
          $0.amount = report.amount.stored
          $0.paidOn = report.paidOn.stored
          if let proof = report.proof { $0.proof = try proof.stored() }
        })
    default: nil
    }
  }

  static func readSettlement(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .offerMade(let made):
      .offerMade(
        try OfferTerms(stored: made.terms), number: Int(made.number), by: try choice(made.by),
        expiresAt: instant(made.expiresMs))
    case .offerSuperseded(let offer):
      .offerSuperseded(number: Int(offer.number), by: Int(offer.by))
    case .offerCountered(let offer):
      .offerCountered(number: Int(offer.number), by: Int(offer.by))
    case .offerAccepted(let offer):
      .offerAccepted(
        number: Int(offer.number), by: try choice(offer.by),
        agreement: try documentHash(offer.agreementSha256), signBy: instant(offer.signByMs))
    case .offerRejected(let offer):
      .offerRejected(number: Int(offer.number), by: try choice(offer.by))
    case .offerWithdrawn(let offer): .offerWithdrawn(number: Int(offer.number))
    case .offerExpired(let offer): .offerExpired(number: Int(offer.number))
    default: try readAgreement(event)
    }
  }

  private static func readAgreement(_ event: StoredEvent) throws -> Event? {
    switch event {
    case .agreementSigned(let signed):
      .agreementSigned(
        Signature(
          document: try documentHash(signed.documentSha256), authority: try choice(signed.authority)
        ),
        by: try choice(signed.by))
    case .settlementConcluded(let concluded):
      .settlementConcluded(
        try OfferTerms(stored: concluded.terms),
        instalmentsBy: concluded.instalmentsByMs.map(instant))
    case .agreementLapsed: .agreementLapsed
    case .settlementDefaulted(let defaulted):
      .settlementDefaulted(
        instalment: Int(defaulted.instalment),
        cureBy: defaulted.hasCureByMs ? instant(defaulted.cureByMs) : nil)
    case .settlementAccelerated: .settlementAccelerated
    case .claimReinstated: .claimReinstated
    case .settlementCured: .settlementCured
    case .settlementPerformed: .settlementPerformed
    case .paymentPosted(let posted):
      .paymentPosted(
        Payment(
          amount: try Money(stored: posted.amount),
          valueDate: try CivilDate(stored: posted.valueDate), method: try choice(posted.method),
          bankReference: posted.bankReference,
          received: posted.hasReceived ? try ForeignReceipt(stored: posted.received) : nil,
          enforcement: posted.hasEnforcement ? Int(posted.enforcement) : nil,
          tender: posted.hasTenderOffer ? .decided(offer: Int(posted.tenderOffer)) : nil),
        number: Int(posted.number))
    case .paymentReported(let reported):
      .paymentReported(
        PaymentReport(
          amount: try Money(stored: reported.amount),
          paidOn: try CivilDate(stored: reported.paidOn),
          proof: reported.hasProof ? try ExhibitID(stored: reported.proof) : nil))
    default: nil
    }
  }
}

extension ForeignReceipt {
  fileprivate var stored: Parley_Journal_V1_ForeignReceipt {
    .with {
      $0.amount = amount.stored
      $0.rateScaled = rate.scaled
      $0.rateOn = rateOn.stored
    }
  }

  fileprivate init(stored receipt: Parley_Journal_V1_ForeignReceipt) throws {
    guard let rate = ExchangeRate(scaled: receipt.rateScaled) else {
      throw unreadable("exchange rate")
    }
    self.init(
      amount: try Money(stored: receipt.amount), rate: rate,
      rateOn: try CivilDate(stored: receipt.rateOn))
  }
}
