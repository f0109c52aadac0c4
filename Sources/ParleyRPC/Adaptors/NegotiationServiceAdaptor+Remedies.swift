import GRPCCore
import ParleyDomain
import ParleyWire

extension NegotiationServiceAdaptor {
  func electRemedy(
    request: Parley_V1_ElectRemedyRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .electRemedy, try .now(), etag: .ofDisputeRequired
    ) { fields, _ in
      Asked(.electRemedy(fields.choice(request.remedy, at: "remedy")))
    }
  }

  func reinstatePlan(
    request: Parley_V1_ReinstatePlanRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(
      request, .reinstatePlan, try .now(), etag: .ofDisputeRequired
    ) { _, _ in Asked(.reinstatePlan) }
  }
}
