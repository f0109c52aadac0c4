import GRPCCore
import ParleyDomain
import ParleyWire

/// `parley.v1.MoneyService` on top of the registrar.
struct MoneyServiceAdaptor: Parley_V1_MoneyService.SimpleServiceProtocol {
  let desks: Desks

  func postPayment(
    request: Parley_V1_PostPaymentRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .postPayment, try .now()) { fields, dispute in
      var words = Wording()
      var received: ForeignReceipt?
      if request.hasReceived {
        received = fields.received(request.received)
        words.add(
          "payment.rateSource",
          fields.text(request.received.rateSource, at: "received.rate_source", 1...200))
      }
      return Asked(
        .postPayment(
          Payment(
            amount: fields.money(
              request.amount, isSet: request.hasAmount, at: "amount", .aboveZero),
            valueDate: fields.date(
              request.valueDate, isSet: request.hasValueDate, at: "value_date"),
            method: fields.choice(request.method, at: "method"),
            bankReference: fields.text(request.bankReference, at: "bank_reference", 1...100),
            received: received,
            enforcement: request.enforcement == 0
              ? nil : fields.number(request.enforcement, at: "enforcement", 1...1_000),
            tender: Self.tender(request, dispute, &fields))), words)
    }
  }

  private static func tender(
    _ request: Parley_V1_PostPaymentRequest, _ dispute: DisputeID, _ fields: inout FieldReader
  ) -> Tender? {
    guard request.tenderOffer.isEmpty else {
      return .decided(
        offer: fields.numbered(
          request.tenderOffer, in: "offers", at: "tender_offer", of: dispute
        ).number)
    }
    return request.fullAndFinal ? .undecided : nil
  }

  func postCharge(
    request: Parley_V1_PostChargeRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .postCharge, try .now()) { fields, dispute in
      Asked(
        .postCharge(
          Charge(
            kind: fields.choice(request.kind, at: "kind"),
            amount: fields.money(
              request.amount, isSet: request.hasAmount, at: "amount", .aboveZero),
            on: fields.date(
              request.chargeDate, isSet: request.hasChargeDate, at: "charge_date"),
            exhibit: fields.exhibit(request.exhibit, at: "exhibit", of: dispute).exhibit)),
        "charge.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func reversePayment(
    request: Parley_V1_ReversePaymentRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .reversePayment, try .now(), etag: .ofDisputeRequired
    ) { fields, dispute in
      Asked(
        .reversePayment(
          number: fields.numbered(
            request.payment, in: "payments", at: "payment", of: dispute
          ).number),
        "reversal.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func reversePosting(
    request: Parley_V1_ReversePostingRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .reversePosting, try .now(), etag: .ofDisputeRequired
    ) { fields, dispute in
      Asked(
        .reversePosting(
          fields.posting(request.posting, at: "posting", of: dispute),
          on: request.hasValueDate
            ? fields.date(request.valueDate, isSet: true, at: "value_date") : nil),
        "postingReversal.reason",
        fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func reportPayment(
    request: Parley_V1_ReportPaymentRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .reportPayment, try .now()) { fields, dispute in
      Asked(
        .reportPayment(
          PaymentReport(
            amount: fields.money(
              request.amount, isSet: request.hasAmount, at: "amount", .aboveZero),
            paidOn: fields.date(request.payDate, isSet: request.hasPayDate, at: "pay_date"),
            proof: fields.optionalExhibit(request.proof, at: "proof", of: dispute))))
    }
  }
}

extension FieldReader {
  /// What is taken back, by the name the statement gives it.
  fileprivate mutating func posting(
    _ name: String, at field: String, of dispute: DisputeID
  ) -> PostedSum {
    if name.hasSuffix("/write-off") {
      let named = only("write-off", name, at: field)
      if !named.text.isEmpty, !dispute.text.isEmpty, named != dispute {
        refuse(field, "Name one of the same dispute as the request.")
      }
      return .writeOff
    }
    if name.contains("/compensations/") {
      return .compensation(
        item: numbered(name, in: "compensations", at: field, of: dispute).number)
    }
    if name.contains("/reversals/") {
      return .reversal(numbered(name, in: "reversals", at: field, of: dispute).number)
    }
    guard name.contains("/charges/") else {
      refuse(
        field,
        "Give disputes/{id}/charges/{n}, disputes/{id}/compensations/{n} or"
          + " disputes/{id}/write-off; a payment has ReversePayment.")
      return .writeOff
    }
    return .charge(numbered(name, in: "charges", at: field, of: dispute).number)
  }

  /// Money in another currency; nil, with the field refused, where its rate is none.
  fileprivate mutating func received(_ receipt: Parley_V1_ForeignReceipt) -> ForeignReceipt? {
    let amount = money(
      receipt.amount, isSet: receipt.hasAmount, at: "received.amount", .aboveZero)
    let day = date(receipt.rateDate, isSet: receipt.hasRateDate, at: "received.rate_date")
    guard let rate = ExchangeRate(receipt.rate) else {
      refuse(
        "received.rate",
        "Give a decimal above zero such as 0.9259, at most \(ExchangeRate.placesMax) places.")
      return nil
    }
    return ForeignReceipt(amount: amount, rate: rate, rateOn: day)
  }
}
