import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire

/// `parley.v1.EvidenceService` on top of the registrar.
struct EvidenceServiceAdaptor: Parley_V1_EvidenceService.SimpleServiceProtocol {
  let desks: Desks
  let mail: MailRoom
  let uploads = UploadBook()

  func addNote(
    request: Parley_V1_AddNoteRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .addNote, try .now()) { fields, _ in
      Asked(
        .addNote(fields.choice(request.compartment, at: "compartment")), "note.text",
        fields.text(request.text, at: "text", 1...10_000, .paragraphs))
    }
  }
}
