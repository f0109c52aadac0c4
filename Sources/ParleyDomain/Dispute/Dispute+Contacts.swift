/// A contact between the sides, or an attempt at one, wherever it was recorded.
package struct Contact: Hashable, Sendable {
  package let channel: Channel
  package let direction: Direction
  package let at: Instant
  /// The zone in which a call is told.
  package let zone: String?
  /// Of a call.
  package let outcome: CallOutcome?
  /// `call 2`, `E-3`, `reminder 1`, `demand 1`.
  package let source: String
  package let compartment: Compartment
  /// Whether it counts where the rules of contact limit calls.
  package let countsAsCall: Bool

  fileprivate init(
    _ channel: Channel, _ direction: Direction, at: Instant, source: String,
    in compartment: Compartment = .caseFile, zone: String? = nil, outcome: CallOutcome? = nil,
    countsAsCall: Bool = false
  ) {
    self.channel = channel
    self.direction = direction
    self.at = at
    self.zone = zone
    self.outcome = outcome
    self.source = source
    self.compartment = compartment
    self.countsAsCall = countsAsCall
  }
}

extension Dispute {
  /// Every call that was noted, oldest first. A view of what somebody sees gives what that one may know.
  package var calls: [(place: Compartment, record: CallRecord)] {
    Compartment.all.flatMap { place in
      (records[place]?.calls ?? []).map { (place: place, record: $0) }
    }.sorted {
      ($0.record.note.startedAt, $0.place.code, $0.record.number)
        < ($1.record.note.startedAt, $1.place.code, $1.record.number)
    }
  }

  /// The contact log: calls, messages in evidence, reminders and demands, oldest first.
  package var contacts: [Contact] {
    let called = calls.map { place, call in
      Contact(
        .telephone, call.note.direction, at: call.note.startedAt, source: "call \(call.number)",
        in: place, zone: call.note.zone, outcome: call.note.outcome,
        countsAsCall: call.by == .claimant && call.note.direction == .outgoing)
    }
    let written = Compartment.all.flatMap { place in
      (records[place]?.exhibits ?? []).compactMap { exhibit -> Contact? in
        guard let direction = exhibit.offer.direction else { return nil }
        return Contact(
          exhibit.offer.kind == .email ? .email : .message, direction,
          at: exhibit.offer.occurredAt ?? exhibit.filedAt,
          source: "\(place.exhibitPrefix)-\(exhibit.id.number)", in: place)
      }
    }
    let reminded = caseFile.reminders.map { reminder in
      Contact(
        reminder.channel, .outgoing, at: reminder.sentAt, source: "reminder \(reminder.number)",
        countsAsCall: reminder.channel == .telephone)
    }
    let demanded = caseFile.demands.map { demand in
      Contact(
        demand.terms.channel, .outgoing, at: demand.servedAt, source: "demand \(demand.number)")
    }
    return (called + written + reminded + demanded).sorted {
      ($0.at, $0.compartment.code, $0.source) < ($1.at, $1.compartment.code, $1.source)
    }
  }
}
