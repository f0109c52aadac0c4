/// A file in evidence.
package struct Exhibit: Hashable, Sendable {
  package let id: ExhibitID
  package let offer: ExhibitOffer
  package let filedAt: Instant
  package let by: MemberID?
  /// Filed after the exchange of evidence was over.
  package let late: Bool
  /// The waiver of the mediation privilege under which it came into the case.
  package let admittedUnder: Int?
  /// Its words and bytes were erased.
  package var erased = false
  /// Numbers of the claim items it supports.
  package var items: [Int]
  /// From 1; a new version of an exhibit counts on from that one.
  package var version = 1
  /// The number of its next version, in the same compartment.
  package var supersededBy: Int?
  /// What became of it after it was filed, in order.
  package var steps: [CustodyStep] = []

  package init(
    id: ExhibitID, offer: ExhibitOffer, filedAt: Instant, by: MemberID?, late: Bool,
    admittedUnder: Int? = nil
  ) {
    self.admittedUnder = admittedUnder
    self.id = id
    self.offer = offer
    self.filedAt = filedAt
    self.by = by
    self.late = late
    items = offer.items
  }
}

/// One step of the way of an exhibit, from whoever collected it to whoever read it last: derived from
/// the docket, and from the record of reads where that was kept.
package struct CustodyStep: Hashable, Sendable {
  package enum Act: String, CaseIterable, Sendable {
    /// It came into the hands of whoever filed it, as that one says.
    case collected = "COLLECTED"
    /// The server had the whole file and found its hash as declared.
    case filed = "FILED"
    /// It was made of a note, or of another exhibit.
    case made = "MADE"
    /// It came into the case under a waiver of the mediation privilege.
    case admitted = "ADMITTED"
    case superseded = "SUPERSEDED"
    case translated = "TRANSLATED"
    case redacted = "REDACTED"
    case linked = "LINKED"
    case sealed = "SEALED"
    case unsealed = "UNSEALED"
    case struck = "STRUCK"
    case objected = "OBJECTED"
    case objectionWithdrawn = "OBJECTION_WITHDRAWN"
    case ruled = "RULED"
    case foundDeficient = "FOUND_DEFICIENT"
    case deficiencyCured = "DEFICIENCY_CURED"
    case deficiencyLapsed = "DEFICIENCY_LAPSED"
    case erased = "ERASED"
    /// Its bytes were sent to somebody.
    case downloaded = "DOWNLOADED"
    /// Its title and particulars were shown to somebody.
    case shown = "SHOWN"
  }

  package let act: Act
  package let at: Instant
  /// Nil for Parley itself, and for who collected it.
  package let by: MemberID?
  /// The other exhibit, where there is one.
  package let exhibit: ExhibitID?

  package init(_ act: Act, at: Instant, by: MemberID?, exhibit: ExhibitID? = nil) {
    self.act = act
    self.at = at
    self.by = by
    self.exhibit = exhibit
  }

  init(_ act: Act, by entry: Entry, exhibit: ExhibitID? = nil) {
    self.init(act, at: entry.effectiveAt, by: entry.actor, exhibit: exhibit)
  }
}

/// That an exhibit of another compartment was made of something that stands in this one. Only those
/// who see this one know.
package struct ExhibitSource: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case note(NoteReference)
    case exhibit(ExhibitID)
  }

  package let made: ExhibitID
  package let of: Origin
  package let at: Instant
  package let by: MemberID?
}

/// What was said against an exhibit of the case file. Why is the word `exhibit.E-N.objection.M.reason`.
package struct ExhibitObjection: Hashable, Sendable {
  package let number: Int
  package let exhibit: ExhibitID
  package let ground: ExhibitObjectionGround
  /// Nil for the rules: what was tendered after the record was closed, or lacks something past its day,
  /// waits for a ruling by itself.
  package let by: Side?
  package let at: Instant
  package var ruling: ExhibitRuling?
  package var ruledAt: Instant?
  /// Taken back before it was ruled on; why is the word `exhibit.E-N.withdrawal.M.reason`.
  package var withdrawnAt: Instant?

  /// Whether it waits for a ruling.
  package var isOpen: Bool { ruling == nil && withdrawnAt == nil }

  package init(
    number: Int, exhibit: ExhibitID, ground: ExhibitObjectionGround, by: Side?, at: Instant
  ) {
    self.number = number
    self.exhibit = exhibit
    self.ground = ground
    self.by = by
    self.at = at
  }
}

/// What an exhibit of the case file lacks, in full in the word `exhibit.E-N.deficiency.M.reason`.
package struct ExhibitDeficiency: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case open = "OPEN"
    case cured = "CURED"
    case lapsed = "LAPSED"
  }

  package let number: Int
  package let exhibit: ExhibitID
  package let lack: ExhibitLack
  package let at: Instant
  package let cureBy: Instant
  package var state: State = .open

  package init(
    number: Int, exhibit: ExhibitID, lack: ExhibitLack, at: Instant, cureBy: Instant
  ) {
    self.number = number
    self.exhibit = exhibit
    self.lack = lack
    self.at = at
    self.cureBy = cureBy
  }
}

/// Whether an exhibit of the case file is part of what an award considers.
package enum RecordStanding: String, CaseIterable, Sendable {
  case inRecord = "IN_RECORD"
  /// In the record; a side objects, and the ruling is outstanding.
  case objected = "OBJECTED"
  /// Not in the record before it is ruled on.
  case pending = "PENDING"
  /// For the purpose of the ruling alone.
  case limited = "LIMITED"
  case excluded = "EXCLUDED"
  case struck = "STRUCK"
  /// A newer version took its place.
  case superseded = "SUPERSEDED"
}
