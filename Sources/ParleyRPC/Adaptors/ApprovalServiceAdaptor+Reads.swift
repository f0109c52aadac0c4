import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension ApprovalServiceAdaptor {
  func listApprovals(
    request: Parley_V1_ListApprovalsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListApprovalsResponse {
    try await listApprovals(request, try .now())
  }

  private static let filterFields = [
    FilterField(
      name: "state", comparators: [.equal],
      values: .words(ApprovalRequest.Step.allCases.map(\.rawValue)))
  ]

  /// The approvals of a dispute, newest first; or, dispute by dispute, of all the caller sees: a
  /// page then is that of so many disputes.
  func listApprovals(
    _ request: Parley_V1_ListApprovalsRequest, _ call: Call
  ) async throws -> Parley_V1_ListApprovalsResponse {
    let (id, size, state) = try FieldReader.read { fields in
      let conditions = fields.conditions(request.filter, of: Self.filterFields)
      return (
        fields.disputeOrAll(request.parent, at: "parent"), fields.pageSize(request.pageSize),
        conditions.first.flatMap { ApprovalRequest.Step(rawValue: $0.value) }
      )
    }
    func approvals(of sheet: Sheet) -> [Parley_V1_Approval] {
      sheet.dispute.approvals.requests.reversed()
        .filter { state == nil || $0.step == state }
        .map { .init($0, of: sheet.dispute.id) }
    }
    let caller = try call.caller
    guard let id else {
      let purpose = "approvals|-|\(request.filter)"
      var listing = DisputeListing()
      listing.limit = size
      let page = try await desks.registrar.disputes(
        listing, after: try desks.pages.mark(request.pageToken, purpose, call), for: caller)
      return try .with {
        $0.approvals = page.sheets.flatMap(approvals)
        $0.nextPageToken = try desks.pages.token(page.next, purpose, call)
      }
    }
    call.note(id)
    let sheet = try await desks.registrar.dispute(id, for: caller)
    let page = try desks.pages.page(
      approvals(of: sheet), size: size, token: request.pageToken,
      "approvals|\(id.text)|\(request.filter)", call)
    return .with {
      $0.approvals = page.items
      $0.nextPageToken = page.next
    }
  }
}
