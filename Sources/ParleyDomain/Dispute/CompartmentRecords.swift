/// What one compartment holds beside its rules: exhibits, calls, and the words last filed at each
/// path.
package struct CompartmentRecords: Hashable, Sendable {
  package var exhibits: [Exhibit] = []
  package var calls: [CallRecord] = []
  /// What the claimant was told of periods that are about to end.
  package var alerts: [ExpiryAlert] = []
  /// The text at each path; absent once erased.
  package var words: [String: String] = [:]
  /// The acts recorded here for a party without an account, by number.
  package var recordedActs: [RecordedEntry] = []
  /// Until when they may be contested; nil before the party could know of them.
  package var contestBy: Instant?
  package var contestOver = false
  /// The notes that were filed, in order.
  package var notes: [NoteRecord] = []
  package var erasures: [Erasure] = []
  /// What exhibits of other compartments were made of, where that stands here.
  package var sources: [ExhibitSource] = []
  /// What was promised and offered in calls, by number.
  package var promises: [NotedPromise] = []
  package var callOffers: [NotedOffer] = []
  /// When the last entry of this compartment took effect.
  package var changedAt: Instant?

  package init() {}

  /// What a note says, its words in the order of their paths; nil for one that is not there or whose
  /// words were erased.
  package func text(of note: Int) -> String? {
    let prefix = "note.\(note)."
    let texts = words.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }
    return texts.isEmpty ? nil : texts.map(\.value).joined(separator: "\n\n")
  }
}

/// The claimant was told that time runs out.
package struct ExpiryAlert: Hashable, Sendable {
  package let of: ExpiryKind
  package let daysBefore: Int
  /// When that period ends, as it stood then.
  package let endsAt: Instant
  package let at: Instant
}

/// A call that was noted.
package struct CallRecord: Hashable, Sendable {
  package let number: Int
  package let note: CallNote
  package let by: Side

  package init(number: Int, note: CallNote, by: Side) {
    self.number = number
    self.note = note
    self.by = by
  }
}

/// A promise of a call, an entry of its own.
package struct NotedPromise: Hashable, Sendable {
  package let number: Int
  package let call: NoteReference
  package let promise: CallPromise
  package let at: Instant
}

/// An offer of a call, an entry of its own.
package struct NotedOffer: Hashable, Sendable {
  package let number: Int
  package let call: NoteReference
  package let offer: CallOffer
  package let at: Instant
}

/// An act that somebody recorded for a party without an account (T31), and what became of it.
package struct RecordedEntry: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case standing = "STANDING"
    /// Contested; it stays on record for the neutral to weigh, or for a ruling where it binds.
    case contested = "CONTESTED"
    /// Contested, and undone by that.
    case takenBack = "TAKEN_BACK"
    /// Contested, and confirmed by a ruling.
    case confirmed = "CONFIRMED"
    /// Contested, and set aside by a ruling.
    case setAside = "SET_ASIDE"
  }

  /// What the act consists of, as far as a contest undoes it.
  package enum Subject: Hashable, Sendable {
    case answers([ItemAnswer])
    case offer(Int)
    case report(PaymentReport)
    case nominee(MemberID)
    case objection(Int)
    case other
  }

  package let number: Int
  package let action: Action
  package let side: Side
  /// Who recorded it.
  package let by: MemberID?
  package let paper: ExhibitID
  package let receivedAt: Instant
  package let recordedAt: Instant
  package let subject: Subject
  package var state: State = .standing
  package var contestedAt: Instant?

  /// Whether a contest of it needs a ruling: it binds, and somebody neutral recorded it.
  package var needsRuling: Bool {
    if case .binding = LifeCycle.row(of: action)?.recording { true } else { false }
  }
}
