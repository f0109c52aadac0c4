import GRPCCore
import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension DocketServiceAdaptor {
  private static let deadlineFields = [
    FilterField(name: "waiting_on", comparators: [.equal], values: .words(["me"])),
    FilterField(name: "due_time", comparators: [.before], values: .moment),
  ]

  func listDeadlines(
    request: Parley_V1_ListDeadlinesRequest, context: ServerContext
  ) async throws -> Parley_V1_ListDeadlinesResponse {
    let call = try Call.now()
    let (id, size, conditions) = try FieldReader.read { fields in
      (
        fields.disputeOrAll(request.parent, at: "parent"), fields.pageSize(request.pageSize),
        fields.conditions(request.filter, of: Self.deadlineFields)
      )
    }
    let onMe = conditions.contains { $0.field == "waiting_on" }
    let before = conditions.first { $0.field == "due_time" }.flatMap { Instant(rfc3339: $0.value) }
    let purpose = "deadlines|\(request.parent)|\(request.filter)"
    let caller = try call.caller
    guard let id else {
      var listing = DisputeListing()
      listing.order = .due
      listing.limit = size
      listing.waitingOnMe = onMe
      listing.dueBefore = before
      let page = try await desks.registrar.disputes(
        listing, after: try desks.pages.mark(request.pageToken, purpose, call), for: caller)
      return try .with {
        $0.deadlines = page.sheets.flatMap { Self.deadlines($0, onMe: onMe, before: before) }
        $0.nextPageToken = try desks.pages.token(page.next, purpose, call)
      }
    }
    call.note(id)
    let sheet = try await desks.registrar.dispute(id, for: caller)
    let page = try desks.pages.page(
      Self.deadlines(sheet, onMe: onMe, before: before), size: size, token: request.pageToken,
      purpose, call)
    return .with {
      $0.deadlines = page.items
      $0.nextPageToken = page.next
    }
  }

  /// A period as the dispute's rules would count it, for whoever sees the dispute.
  func simulateDeadline(
    request: Parley_V1_SimulateDeadlineRequest, context: ServerContext
  ) async throws -> Parley_V1_Deadline {
    let call = try Call.now()
    let (id, kind, trigger, days, channel) = try FieldReader.read { fields in
      (
        fields.dispute(request.name), Self.supposable(request.kind, &fields),
        fields.date(
          request.triggerDate, isSet: request.hasTriggerDate, at: "trigger_date"),
        fields.number(request.days, at: "days", 0...3_650),
        request.channel == .unspecified
          ? nil : Optional(fields.choice(request.channel, at: "channel"))
      )
    }
    call.note(id)
    let sheet = try await desks.registrar.dispute(id, for: try call.caller)
    guard
      let account = sheet.dispute.supposed(
        kind, from: trigger, days: days == 0 ? nil : days, channel: channel,
        profile: sheet.profile, zone: sheet.zone)
    else {
      throw Refusal.invalid([
        FieldProblem("days", "The rules of this dispute do not say how long this is; say it.")
      ])
    }
    return Parley_V1_Deadline(account, sheet)
  }

  private static func supposable(
    _ kind: Parley_V1_DeadlineKind, _ fields: inout FieldReader
  ) -> DeadlineKind {
    let kinds: [Parley_V1_DeadlineKind: DeadlineKind] = [
      .cure: .cure, .grace: .grace, .signing: .signing, .mediationConsent: .mediationConsent,
      .objectionWindow: .objectionWindow, .mediationWindow: .mediationWindow, .answer: .answer,
      .exchange: .exchange, .award: .award, .correctionWindow: .correctionWindow,
      .payBy: .payBy, .offerExpiry: .offerExpiry(0), .reminder: .reminder(0),
    ]
    guard let found = kinds[kind] else {
      fields.refuse("kind", "Give a period that is counted in days, such as GRACE or ANSWER.")
      return .grace
    }
    return found
  }

  private static func deadlines(
    _ sheet: Sheet, onMe: Bool, before: Instant?
  ) -> [Parley_V1_Deadline] {
    let running = sheet.dispute.deadlines
      .filter { deadline in
        (before.map { deadline.dueAt < $0 } ?? true)
          && (!onMe || !deadline.waitsOn.isDisjoint(with: sheet.standings.turns))
      }
      .sorted { ($0.dueAt, $0.kind.name) < ($1.dueAt, $1.kind.name) }
      .map { Parley_V1_Deadline($0, sheet) }
    // What stands still is due at no moment yet, and waits for nobody.
    return onMe || before != nil ? running : running + Parley_V1_Deadline.still(of: sheet)
  }
}
