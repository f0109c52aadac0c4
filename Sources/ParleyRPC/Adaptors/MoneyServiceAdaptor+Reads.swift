import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension MoneyServiceAdaptor {
  func getQuote(
    request: Parley_V1_GetQuoteRequest, context: ServerContext
  ) async throws -> Parley_V1_Quote {
    try await getQuote(request, try .now())
  }

  func listPayments(
    request: Parley_V1_ListPaymentsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListPaymentsResponse {
    try await listPayments(request, try .now())
  }

  /// What is left to pay, and how that is made up.
  func getQuote(
    _ request: Parley_V1_GetQuoteRequest, _ call: Call
  ) async throws -> Parley_V1_Quote {
    let id = try FieldReader.read { $0.only("quote", request.name) }
    call.note(id)
    let sheet = try await desks.registrar.dispute(id, for: try call.caller)
    return .init(sheet.dispute, asOf: desks.registrar.clock().now)
  }

  /// The payments posted, and then those reported, in order.
  func listPayments(
    _ request: Parley_V1_ListPaymentsRequest, _ call: Call
  ) async throws -> Parley_V1_ListPaymentsResponse {
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let file = try await desks.registrar.dispute(id, for: try call.caller).dispute.caseFile
    let payments =
      file.payments.map { Parley_V1_Payment($0, of: id) }
      + file.reports.map { Parley_V1_Payment($0, of: id) }
    let page = try desks.pages.page(
      payments, size: size, token: request.pageToken, "payments|\(id.text)", call)
    return .with {
      $0.payments = page.items
      $0.nextPageToken = page.next
    }
  }
}
