/// The facts of a telephone call. What was said is the word `call.text`, who took part
/// `call.participants`, the last digits of the number `call.number`, what was offered `call.offer`.
package struct CallNote: Hashable, Sendable {
  package let direction: Direction
  package let startedAt: Instant
  package let durationSeconds: Int
  package let outcome: CallOutcome
  /// Nil for the default of the stage: private to the side, MEDIATION once mediation began.
  package let compartment: Compartment?
  /// An amount the respondent promised to pay. In a command; an entry of before holds it too, now it
  /// is an entry of its own.
  package let promised: Money?
  package let promisedBy: CivilDate?
  /// IANA name of the zone in which whoever noted it tells the time.
  package let zone: String?
  /// The recording of it, an exhibit that stands where the note does.
  package let recording: ExhibitID?
  /// What was offered in it. In a command; the entry of it is another one.
  package let offer: CallOffer?

  package init(
    direction: Direction, startedAt: Instant, durationSeconds: Int, outcome: CallOutcome,
    compartment: Compartment? = nil, promised: Money? = nil, promisedBy: CivilDate? = nil,
    zone: String? = nil, recording: ExhibitID? = nil, offer: CallOffer? = nil
  ) {
    self.zone = zone
    self.recording = recording
    self.offer = offer
    self.direction = direction
    self.startedAt = startedAt
    self.durationSeconds = durationSeconds
    self.outcome = outcome
    self.compartment = compartment
    self.promised = promised
    self.promisedBy = promisedBy
  }
}

/// What one side offered in a call, as the other noted it. It binds nobody: an offer that can be
/// accepted is made as one. In full it is the word `callOffer.N.text`.
package struct CallOffer: Hashable, Sendable {
  package let amount: Money?
  package let by: Side

  package init(amount: Money?, by: Side) {
    self.amount = amount
    self.by = by
  }
}

/// What was promised in a call.
package struct CallPromise: Hashable, Sendable {
  package let amount: Money
  package let due: CivilDate

  package init(amount: Money, due: CivilDate) {
    self.amount = amount
    self.due = due
  }

  /// Whether it was kept, as far as payments tell.
  package enum State: String, CaseIterable, Sendable {
    case open = "OPEN"
    case kept = "KEPT"
    case broken = "BROKEN"
  }
}
