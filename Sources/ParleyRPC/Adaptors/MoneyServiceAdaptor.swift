import GRPCCore
import ParleyDomain
import ParleyWire

/// `parley.v1.MoneyService` on top of the registrar.
struct MoneyServiceAdaptor: Parley_V1_MoneyService.SimpleServiceProtocol {
  let desks: Desks

  func postPayment(
    request: Parley_V1_PostPaymentRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .postPayment, try .now()) { fields, _ in
      Asked(
        .postPayment(
          Payment(
            amount: fields.money(
              request.amount, isSet: request.hasAmount, at: "amount", .aboveZero),
            valueDate: fields.date(
              request.valueDate, isSet: request.hasValueDate, at: "value_date"),
            method: fields.choice(request.method, at: "method"),
            bankReference: fields.text(request.bankReference, at: "bank_reference", 1...100))))
    }
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
