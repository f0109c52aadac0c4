import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

/// `parley.v1.BiddingService` on top of the registrar.
struct BiddingServiceAdaptor: Parley_V1_BiddingService.SimpleServiceProtocol {
  let desks: Desks

  func openBidding(
    request: Parley_V1_OpenBiddingRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .openBidding, try .now()) { fields, dispute in
      var words = Wording()
      words.add("signature.name", fields.text(request.signerName, at: "signer_name", 1...200))
      let currency = (try? desks.registrar.currency(of: dispute)) ?? .unclaimed
      if !request.hasTerms { fields.refuse("terms", "Say how the bidding goes.") }
      return Asked(
        .openBidding(
          Self.terms(request.terms, currency, &fields),
          fields.choice(request.authority, at: "authority")), words)
    }
  }

  func consentBidding(
    request: Parley_V1_ConsentBiddingRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .consentBidding, try .now()) { fields, dispute in
      Asked(
        .consentBidding(
          number: fields.numbered(request.bidding, in: "biddings", at: "bidding", of: dispute)
            .number,
          Signature(
            document: fields.hash(request.sha256, at: "sha256"),
            authority: fields.choice(request.authority, at: "authority"))),
        "signature.name", fields.text(request.signerName, at: "signer_name", 1...200))
    }
  }

  func declineBidding(
    request: Parley_V1_DeclineBiddingRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .declineBidding, try .now()) { fields, dispute in
      Asked(
        .declineBidding(
          number: fields.numbered(request.bidding, in: "biddings", at: "bidding", of: dispute)
            .number),
        "bidding.reason", fields.text(request.reason, at: "reason", 0...1000, .paragraphs))
    }
  }

  func placeBid(
    request: Parley_V1_PlaceBidRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .placeBid, try .now()) { fields, dispute in
      Asked(
        .placeBid(
          number: fields.numbered(request.bidding, in: "biddings", at: "bidding", of: dispute)
            .number,
          round: fields.number(request.round, at: "round", 1...ShapeLimits.bidRounds),
          amount: fields.money(
            request.amount, isSet: request.hasAmount, at: "amount", .aboveZero)))
    }
  }

  func getBidding(
    request: Parley_V1_GetBiddingRequest, context: ServerContext
  ) async throws -> Parley_V1_Bidding {
    let call = try Call.now()
    let name = try FieldReader.read { $0.numbered(request.name, in: "biddings", at: "name") }
    call.note(name.dispute)
    let sheet = try await desks.registrar.bidding(
      name.number, of: name.dispute, for: try call.caller)
    return .init(sheet.bidding, in: sheet.dispute, own: sheet.own, of: sheet.side)
  }

  func listBiddings(
    request: Parley_V1_ListBiddingsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListBiddingsResponse {
    let call = try Call.now()
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let dispute = try await desks.registrar.dispute(id, for: try call.caller).dispute
    let page = try desks.pages.page(
      dispute.settlement.biddings, size: size, token: request.pageToken, "biddings|\(id.text)",
      call)
    return .with {
      $0.biddings = page.items.map { .init($0, in: dispute) }
      $0.nextPageToken = page.next
    }
  }

  private static func terms(
    _ terms: Parley_V1_BiddingTerms, _ currency: Currency, _ fields: inout FieldReader
  ) -> BiddingTerms {
    func days(_ value: Int32, _ field: String, _ range: ClosedRange<Int>) -> Int {
      fields.number(value, at: "terms." + field, range)
    }
    return BiddingTerms(
      rounds: days(terms.rounds, "rounds", 1...ShapeLimits.bidRounds),
      roundDays: days(terms.roundDays, "round_days", 1...ShapeLimits.bidRoundDays),
      tolerance: fields.optionalMoney(
        terms.tolerance, isSet: terms.hasTolerance, at: "terms.tolerance", .zeroOrMore)
        ?? .zero(currency),
      rounding: fields.choice(terms.rounding, at: "terms.rounding"), binding: terms.binding,
      payWithinDays: days(terms.payWithinDays, "pay_within_days", 0...ShapeLimits.graceDays),
      answerDays: days(
        terms.answerWithinDays, "answer_within_days", 1...ShapeLimits.bidRoundDays),
      defaultClause: terms.hasDefaultClause
        ? NegotiationServiceAdaptor.clause(terms.defaultClause, &fields) : nil)
  }
}
