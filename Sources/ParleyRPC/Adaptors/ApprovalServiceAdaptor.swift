import GRPCCore
import ParleyDomain
import ParleyWire

/// `parley.v1.ApprovalService` on top of the registrar.
struct ApprovalServiceAdaptor: Parley_V1_ApprovalService.SimpleServiceProtocol {
  let desks: Desks

  func grantApproval(
    request: Parley_V1_GrantApprovalRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .grantApproval, try .now()) { fields, dispute in
      Asked(
        .grantApproval(
          number: fields.numbered(
            request.approval, in: "approvals", at: "approval", of: dispute
          ).number))
    }
  }

  func refuseApproval(
    request: Parley_V1_RefuseApprovalRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .refuseApproval, try .now()) { fields, dispute in
      let approval = fields.numbered(
        request.approval, in: "approvals", at: "approval", of: dispute)
      return Asked(
        .refuseApproval(number: approval.number), "approval.reason",
        fields.text(request.reason, at: "reason", 0...2000, .paragraphs))
    }
  }
}
