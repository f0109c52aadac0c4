import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire

/// `parley.v1.EvidenceService` on top of the registrar.
struct EvidenceServiceAdaptor: Parley_V1_EvidenceService.SimpleServiceProtocol {
  let desks: Desks
  let mail: MailRoom
  let uploads = UploadBook()

  func logCall(
    request: Parley_V1_LogCallRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .logCall, try .now()) { fields, _ in
      var words = Wording()
      words.add("call.text", fields.text(request.text, at: "text", 1...10_000, .paragraphs))
      words.add(
        "call.participants", fields.text(request.participants, at: "participants", 0...300))
      if request.hasPromisedDate, !request.hasPromisedAmount {
        fields.refuse("promised_amount", "Give the amount that was promised for that day.")
      }
      return Asked(.logCall(Self.note(request, &fields)), words)
    }
  }

  func addNote(
    request: Parley_V1_AddNoteRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .addNote, try .now()) { fields, _ in
      Asked(
        .addNote(fields.choice(request.compartment, at: "compartment")), "note.text",
        fields.text(request.text, at: "text", 1...10_000, .paragraphs))
    }
  }

  private static func note(
    _ request: Parley_V1_LogCallRequest, _ fields: inout FieldReader
  ) -> CallNote {
    CallNote(
      direction: fields.choice(request.direction, at: "direction"),
      startedAt: fields.instant(
        request.startTime, isSet: request.hasStartTime, at: "start_time"),
      durationSeconds: fields.number(
        request.durationSeconds, at: "duration_seconds", 0...86_400),
      outcome: fields.choice(request.outcome, at: "outcome"),
      compartment: fields.optionalChoice(request.compartment, at: "compartment"),
      promised: fields.optionalMoney(
        request.promisedAmount, isSet: request.hasPromisedAmount, at: "promised_amount",
        .aboveZero),
      promisedBy: request.hasPromisedAmount
        ? fields.date(
          request.promisedDate, isSet: request.hasPromisedDate, at: "promised_date") : nil)
  }
}
