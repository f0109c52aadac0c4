import Foundation
import DocketChain
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

/// Carries a change from the wire to the registrar and its answer back.
///
/// Every change goes the same way: the name is read, then all other fields; with problems the
/// caller is told of them only where the dispute is visible and the act permitted; then the
/// registrar judges. What is kept for a repeat is the answer without receipts, which are signed
/// anew for every answer.
struct ChangeDesk: Sendable {
  let registrar: Registrar

  /// A request as read, before the registrar judges it.
  struct Slip: Sendable {
    let dispute: DisputeID
    let asked: Asked
    let recordedFor: RecordedAct?
    let freshness: Freshness
    let requestID: String
  }

  /// Makes a change.
  ///
  /// - Parameter read: reads the fields that are the request's own.
  func change<Request: ChangeMessage>(
    _ request: Request, _ action: Action, _ call: Call, etag use: EtagUse = .ofDispute,
    read: (inout FieldReader, DisputeID) throws -> Asked
  ) async throws -> Parley_V1_DisputeChange {
    let slip = try await slip(for: request, action, call, etag: use, read: read)
    return try await change(slip, request, call)
  }

  /// Makes a change whose fields were read.
  func change(
    _ slip: Slip, _ request: some WriteMessage, _ call: Call
  ) async throws -> Parley_V1_DisputeChange {
    let answer = try await registrar.change(
      try changeRequest(slip, request), by: try call.caller, reply: Self.reply)
    return try Self.message(answer)
  }

  /// Reads a whole request. Throws every problem at once, where the caller may know of them.
  func slip<Request: ChangeMessage>(
    for request: Request, _ action: Action, _ call: Call, etag use: EtagUse,
    read: (inout FieldReader, DisputeID) throws -> Asked
  ) async throws -> Slip {
    var fields = FieldReader()
    let dispute = fields.dispute(request.name)
    call.note(dispute)
    let isNamed = fields.problems.isEmpty
    let asked = try read(&fields, dispute)
    let recordable = request as? any RecordableMessage
    let recordedFor = recordable.flatMap {
      fields.recordedAct($0.recordedFor, isSet: $0.hasRecordedFor, of: dispute)
    }
    let requestID = fields.requestID(request.requestID)
    let freshness = Self.freshness(request.etag, use, &fields)
    if isNamed, !fields.problems.isEmpty {
      let isRecorded = recordable?.hasRecordedFor ?? false
      try await checkSight(of: dispute, isRecorded ? nil : action, call)
    }
    try fields.finish()
    return Slip(
      dispute: dispute, asked: asked, recordedFor: recordedFor, freshness: freshness,
      requestID: requestID)
  }

  func changeRequest(_ slip: Slip, _ request: some WriteMessage) throws -> ChangeRequest {
    ChangeRequest(
      dispute: slip.dispute, ask: slip.asked.ask, words: slip.asked.words.words,
      recordedFor: slip.recordedFor, freshness: slip.freshness,
      repeatability: try RequestFingerprint.of(request, requestID: slip.requestID),
      validateOnly: request.validateOnly)
  }

  /// Throws where the caller does not see the dispute, or may not do this in it at all: who may
  /// not know of a dispute learns nothing from a mistyped field.
  private func checkSight(of dispute: DisputeID, _ action: Action?, _ call: Call) async throws {
    let sheet = try await registrar.dispute(dispute, for: try call.caller)
    guard let action, let row = LifeCycle.row(of: action) else { return }
    let verdict = sheet.verdicts.first { $0.action == action }
    switch verdict?.refusal {
    case .notPermitted(let action, let needs)?:
      throw Refusal.notPermitted(action, needs: needs)
    default:
      if verdict == nil {
        throw Refusal.notPermitted(action, needs: Standing.allCases.filter(row.who.contains))
      }
    }
  }

  private static func freshness(
    _ etag: String, _ use: EtagUse, _ fields: inout FieldReader
  ) -> Freshness {
    switch use {
    case .ofDispute: fields.etag(etag, isRequired: false).map(Freshness.dispute) ?? .any
    case .ofDisputeRequired: fields.etag(etag, isRequired: true).map(Freshness.dispute) ?? .any
    case .ofOffer(let number):
      fields.etag(etag, isRequired: true).map { .offer(number, $0) } ?? .any
    case .ofAgreement: fields.etag(etag, isRequired: true).map(Freshness.agreement) ?? .any
    }
  }

  /// The answer that is kept: without receipts.
  @Sendable static func reply(_ outline: ChangeOutline) throws -> [UInt8] {
    try Parley_V1_DisputeChange(outline).serializedBytes()
  }

  /// The answer that is sent: with receipts.
  static func message(_ answer: ChangeAnswer) throws -> Parley_V1_DisputeChange {
    var message = try Parley_V1_DisputeChange(serializedBytes: answer.reply)
    message.add(answer.receipts)
    return message
  }
}

extension Parley_V1_DisputeChange {
  /// Adds what is signed anew for every answer. A dry run kept nothing: it has neither receipts nor
  /// entries.
  mutating func add(_ signed: [SignedHead]) {
    receipts = signed.map { .init($0) }
    if signed.isEmpty { entries = [] }
  }

  init(_ outline: ChangeOutline) {
    self.init()
    let id = outline.sheet.dispute.id
    dispute = .init(outline.sheet)
    // The receipts say it, and a repeat would tell those of the first time.
    dispute.heads = []
    entries = outline.entries.map {
      id.entry($0.docketed.entry.compartment, $0.docketed.sequence)
    }
    for seen in outline.entries where !seen.headerOnly {
      switch seen.docketed.entry.event {
      case .offerMade(_, let number, _, _): created = id.child("offers", number)
      case .exhibitAdded(let offer, let number, _):
        created = id.exhibit(ExhibitID(compartment: offer.compartment, number: number))
      case .exhibitAdmitted(_, let number, _, _, _):
        if !outline.entries.contains(where: \.isWaiver) {
          created = id.exhibit(ExhibitID(compartment: .caseFile, number: number))
        }
      case .waiverProposed(let number, _, _, _): created = id.child("waivers", number)
      case .erasureRequested(let number, _, _, _, _):
        created = id.erasure(seen.docketed.entry.compartment, number)
      case .paymentPosted(_, let number): created = id.child("payments", number)
      case .sessionScheduled(let number, _): created = id.child("sessions", number)
      case .approvalRequested(let number, _, _): approval = id.child("approvals", number)
      case .disputeCreated: created = id.name
      default: continue
      }
    }
  }
}

extension SeenEntry {
  /// A signature under a waiver creates nothing of its own, whatever it opens.
  fileprivate var isWaiver: Bool {
    if case .waiverSigned = docketed.entry.event { true } else { false }
  }
}
