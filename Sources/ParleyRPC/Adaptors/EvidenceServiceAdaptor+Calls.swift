import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

// Calls, and the contacts they are part of.
extension EvidenceServiceAdaptor {
  func logCall(
    request: Parley_V1_LogCallRequest, context: ServerContext
  ) async throws -> Parley_V1_DisputeChange {
    try await desks.changes.change(request, .logCall, try .now()) { fields, dispute in
      var words = Wording()
      words.add("call.text", fields.text(request.text, at: "text", 1...10_000, .paragraphs))
      words.add(
        "call.participants", fields.text(request.participants, at: "participants", 0...300))
      words.add(
        "call.number", fields.text(request.numberEnding, at: "number_ending", 0...CallDigits.max))
      words.add(
        "call.offer", fields.text(request.offerText, at: "offer_text", 0...2000, .paragraphs))
      if request.hasPromisedDate, !request.hasPromisedAmount {
        fields.refuse("promised_amount", "Give the amount that was promised for that day.")
      }
      return Asked(.logCall(note(request, of: dispute, &fields)), words)
    }
  }

  private func note(
    _ request: Parley_V1_LogCallRequest, of dispute: DisputeID, _ fields: inout FieldReader
  ) -> CallNote {
    let isOffered =
      request.hasOfferedAmount || !request.offerText.isEmpty || request.offeredBy != .unspecified
    return CallNote(
      direction: fields.choice(request.direction, at: "direction"),
      startedAt: start(request, &fields),
      durationSeconds: fields.number(
        request.durationSeconds, at: "duration_seconds", 0...86_400),
      outcome: fields.choice(request.outcome, at: "outcome"),
      compartment: fields.optionalChoice(request.compartment, at: "compartment"),
      promised: fields.optionalMoney(
        request.promisedAmount, isSet: request.hasPromisedAmount, at: "promised_amount",
        .aboveZero),
      promisedBy: request.hasPromisedAmount
        ? fields.date(
          request.promisedDate, isSet: request.hasPromisedDate, at: "promised_date") : nil,
      zone: zone(request, &fields),
      recording: fields.optionalExhibit(request.recording, at: "recording", of: dispute),
      offer: isOffered
        ? CallOffer(
          amount: fields.optionalMoney(
            request.offeredAmount, isSet: request.hasOfferedAmount, at: "offered_amount",
            .aboveZero), by: fields.choice(request.offeredBy, at: "offered_by")) : nil)
  }

  private func zone(
    _ request: Parley_V1_LogCallRequest, _ fields: inout FieldReader
  ) -> String? {
    let name = fields.text(request.zone, at: "zone", 0...64)
    guard !name.isEmpty else { return nil }
    if !desks.registrar.knowsZone(name) {
      fields.refuse("zone", "Give the IANA name of a zone, such as Europe/Lisbon.")
    }
    return name
  }

  /// As stated, or by the clock of the zone.
  private func start(
    _ request: Parley_V1_LogCallRequest, _ fields: inout FieldReader
  ) -> Instant {
    guard !request.localStart.isEmpty else {
      return fields.instant(request.startTime, isSet: request.hasStartTime, at: "start_time")
    }
    if request.hasStartTime {
      fields.refuse("local_start", "Give the start once: as a moment, or by the clock of the zone.")
    }
    let none = Instant(milliseconds: 0)
    guard let civil = CivilText.moment(request.localStart) else {
      fields.refuse("local_start", "Give a day and an hour, such as 2026-11-24T10:00.")
      return none
    }
    guard let zone = desks.registrar.zone(named: request.zone) else {
      fields.refuse("local_start", "Say in which zone.")
      return none
    }
    let moment = zone.moment(on: civil.day, minutes: civil.minutes)
    let told = CallClock(today: civil.day) { _ in zone }.local(moment, in: request.zone)
    if told != request.localStart {
      fields.refuse("local_start", "There is no such hour: the clock was put forward over it.")
    }
    return moment
  }

  func listCalls(
    request: Parley_V1_ListCallsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListCallsResponse {
    try await listCalls(request, try .now())
  }

  /// The calls the caller sees, oldest first.
  func listCalls(
    _ request: Parley_V1_ListCallsRequest, _ call: Call
  ) async throws -> Parley_V1_ListCallsResponse {
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let sheet = try await desks.registrar.dispute(id, for: try call.caller)
    let calls = sheet.dispute.calls
    let page = try desks.pages.page(
      calls, size: size, token: request.pageToken, "calls|\(id.text)", call)
    try await desks.registrar.noteListed(
      calls: Set(page.items.map(\.place)), of: sheet.dispute, to: try call.caller)
    return .with {
      $0.calls = page.items.map { .init($0.record, $0.place, in: sheet, clock: clock) }
      $0.nextPageToken = page.next
    }
  }

  func listContacts(
    request: Parley_V1_ListContactsRequest, context: ServerContext
  ) async throws -> Parley_V1_ListContactsResponse {
    let call = try Call.now()
    let (id, size) = try FieldReader.read {
      ($0.dispute(request.parent, at: "parent"), $0.pageSize(request.pageSize))
    }
    call.note(id)
    let dispute = try await desks.registrar.dispute(id, for: try call.caller).dispute
    let page = try desks.pages.page(
      dispute.contacts, size: size, token: request.pageToken, "contacts|\(id.text)", call)
    let places = page.items.map(\.compartment)
    try await desks.registrar.noteListed(
      calls: Set(places), of: dispute, to: try call.caller)
    return .with {
      $0.contacts = page.items.map { .init($0, clock) }
      $0.nextPageToken = page.next
    }
  }

  private var clock: CallClock {
    CallClock(today: desks.registrar.today) { desks.registrar.zone(named: $0) }
  }
}

extension Parley_V1_Contact {
  init(_ contact: Contact, _ clock: CallClock) {
    self.init()
    channel = .init(contact.channel)
    direction = .init(contact.direction)
    contactTime = .init(contact.at)
    zone = contact.zone ?? ""
    localStart = clock.local(contact.at, in: contact.zone)
    outcome = .init(contact.outcome)
    source = contact.source
    compartment = .init(contact.compartment)
    countsAsCall = contact.countsAsCall
  }
}
