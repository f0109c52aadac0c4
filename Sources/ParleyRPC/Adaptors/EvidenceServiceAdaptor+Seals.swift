import GRPCCore
import ParleyDomain
import ParleyWire

extension EvidenceServiceAdaptor {
  func sealExhibit(
    request: Parley_V1_SealExhibitRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .sealExhibit, try .now()) { fields, dispute in
      Asked(
        .sealExhibit(
          fields.exhibit(request.exhibit, at: "exhibit", of: dispute).exhibit,
          readers: fields.choices(request.readers, at: "readers")),
        "seal.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func unsealExhibit(
    request: Parley_V1_UnsealExhibitRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .unsealExhibit, try .now()) { fields, dispute in
      Asked(
        .unsealExhibit(fields.exhibit(request.exhibit, at: "exhibit", of: dispute).exhibit),
        "seal.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }

  func strikeExhibit(
    request: Parley_V1_StrikeExhibitRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .strikeExhibit, try .now()) { fields, dispute in
      Asked(
        .strikeExhibit(fields.exhibit(request.exhibit, at: "exhibit", of: dispute).exhibit),
        "seal.reason", fields.text(request.reason, at: "reason", 1...2000, .paragraphs))
    }
  }
}
