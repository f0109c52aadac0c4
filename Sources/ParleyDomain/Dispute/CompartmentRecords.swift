/// What one compartment holds beside its rules: exhibits, calls, and the words last filed at each
/// path.
package struct CompartmentRecords: Hashable, Sendable {
  package var exhibits: [Exhibit] = []
  package var calls: [CallRecord] = []
  /// The text at each path; absent once erased.
  package var words: [String: String] = [:]
  /// How many notes were filed.
  package var notes = 0
  /// When the last entry of this compartment took effect.
  package var changedAt: Instant?

  package init() {}
}

/// A file in evidence.
package struct Exhibit: Hashable, Sendable {
  package let id: ExhibitID
  package let offer: ExhibitOffer
  package let filedAt: Instant
  package let by: MemberID?
  /// Filed after the exchange of evidence was over.
  package let late: Bool

  package init(id: ExhibitID, offer: ExhibitOffer, filedAt: Instant, by: MemberID?, late: Bool) {
    self.id = id
    self.offer = offer
    self.filedAt = filedAt
    self.by = by
    self.late = late
  }
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
