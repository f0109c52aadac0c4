import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension DisputeServiceAdaptor {
  func getDispute(
    request: Parley_V1_GetDisputeRequest, context: ServerContext
  ) async throws -> Parley_V1_Dispute {
    let call = try Call.now()
    return try await desks.registrar.longRead(for: call.guest) { try getDispute(request, call) }
  }

  func listDisputes(
    request: Parley_V1_ListDisputesRequest, context: ServerContext
  ) async throws -> Parley_V1_ListDisputesResponse {
    try await listDisputes(request, try .now())
  }

  /// The same where it is in memory and short; nil where it takes more.
  func getShortDispute(
    _ request: Parley_V1_GetDisputeRequest, _ call: Call
  ) throws -> Parley_V1_Dispute? {
    let id = try FieldReader.read { $0.dispute(request.name) }
    return desks.registrar.isShort(id) ? try getDispute(request, call) : nil
  }

  /// One dispute, with what the caller may do.
  func getDispute(
    _ request: Parley_V1_GetDisputeRequest, _ call: Call
  ) throws -> Parley_V1_Dispute {
    let id = try FieldReader.read { $0.dispute(request.name) }
    call.note(id)
    return .init(try desks.registrar.sheet(of: id, for: try call.caller))
  }

  /// A page of the disputes the caller sees.
  func listDisputes(
    _ request: Parley_V1_ListDisputesRequest, _ call: Call
  ) async throws -> Parley_V1_ListDisputesResponse {
    let purpose = "disputes|\(request.filter)|\(request.orderBy)"
    let listing = try FieldReader.read { fields in
      var listing = DisputeFilter.read(request.filter, &fields)
      listing.limit = fields.pageSize(request.pageSize)
      listing.order = Self.order(request.orderBy, &fields)
      return listing
    }
    let mark = try desks.pages.mark(request.pageToken, purpose, call)
    let page = try await desks.registrar.disputes(listing, after: mark, for: try call.caller)
    return try .with {
      $0.disputes = page.sheets.map { .init($0) }
      $0.nextPageToken = try desks.pages.token(page.next, purpose, call)
    }
  }

  private static func order(
    _ text: String, _ fields: inout FieldReader
  ) -> DisputeListing.Order {
    switch text {
    case "", "update_time desc": return .changed
    case "due_time": return .due
    default:
      fields.refuse("order_by", "Give update_time desc or due_time.")
      return .changed
    }
  }
}
