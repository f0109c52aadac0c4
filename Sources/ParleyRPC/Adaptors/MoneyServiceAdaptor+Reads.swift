import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension MoneyServiceAdaptor {
  func getQuote(
    request: Parley_V1_GetQuoteRequest, context: ServerContext
  ) async throws -> Parley_V1_Quote {
    let call = try Call.now()
    return try await desks.registrar.longRead(for: call.guest) { try getQuote(request, call) }
  }

  func listPayments(
    request: Parley_V1_ListPaymentsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListPaymentsResponse {
    try await listPayments(request, try .now())
  }

  /// The same of a dispute in memory with a short ledger; nil where it takes more.
  func getShortQuote(
    _ request: Parley_V1_GetQuoteRequest, _ call: Call
  ) throws -> Parley_V1_Quote? {
    let id = try FieldReader.read { $0.only("quote", request.name) }
    return desks.registrar.isShort(id) ? try getQuote(request, call) : nil
  }

  /// What is left to pay, and how that is made up.
  func getQuote(
    _ request: Parley_V1_GetQuoteRequest, _ call: Call
  ) throws -> Parley_V1_Quote {
    let (id, day) = try FieldReader.read {
      (
        $0.only("quote", request.name),
        request.hasAsOfDate
          ? $0.date(request.asOfDate, isSet: true, at: "as_of_date") as CivilDate? : nil
      )
    }
    call.note(id)
    return .init(try desks.registrar.quote(id, asOf: day, for: try call.caller))
  }

  func listPostings(
    request: Parley_V1_ListPostingsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListPostingsResponse {
    try await listPostings(request, try .now())
  }

  /// The ledger, by what the caller sees, in order.
  func listPostings(
    _ request: Parley_V1_ListPostingsRequest, _ call: Call
  ) async throws -> Parley_V1_ListPostingsResponse {
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let statement = try await desks.registrar.statement(id, for: try call.caller)
    let page = try desks.pages.page(
      statement.postings.map { Parley_V1_Posting($0, in: statement.currency, of: id) },
      size: size, token: request.pageToken, "postings|\(id.text)", call)
    return .with {
      $0.postings = page.items
      $0.nextPageToken = page.next
    }
  }

  /// The payments posted, and then those reported, in order.
  func listPayments(
    _ request: Parley_V1_ListPaymentsRequest, _ call: Call
  ) async throws -> Parley_V1_ListPaymentsResponse {
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let dispute = try await desks.registrar.dispute(id, for: try call.caller).dispute
    let file = dispute.caseFile
    let words = WordReading(dispute, .caseFile)
    let payments =
      file.payments.map { Parley_V1_Payment($0, words, of: id) }
      + file.reports.map { Parley_V1_Payment($0, of: id) }
    let page = try desks.pages.page(
      payments, size: size, token: request.pageToken, "payments|\(id.text)", call)
    return .with {
      $0.payments = page.items
      $0.nextPageToken = page.next
    }
  }
}
