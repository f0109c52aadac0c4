/// One communication of the mediation, as those who take part number it there.
package enum MediationItem: Hashable, Sendable {
  case exhibit(Int)
  case note(Int)
  case call(Int)
}

/// What a waiver of the mediation privilege is to open.
package struct WaiverScope: Hashable, Sendable {
  /// All that stands in the mediation at the moment it is proposed.
  package let whole: Bool
  /// Otherwise what is named.
  package let items: [MediationItem]

  package init(whole: Bool, items: [MediationItem] = []) {
    self.whole = whole
    self.items = items
  }
}

/// Whose consent a signature under a waiver is.
package enum WaiverSignature: Hashable, Sendable {
  case party(Side)
  /// The mediator's, for what the mediator wrote; with the mediator's private notes or without.
  case mediator(ownNotes: Bool)
}

/// The two kinds of text that are kept as notes.
package enum NoteKind: String, CaseIterable, Sendable {
  case note = "NOTE"
  case call = "CALL"
}

/// A note or a call, by its number in its compartment.
package struct NoteReference: Hashable, Sendable {
  package let kind: NoteKind
  package let compartment: Compartment
  package let number: Int

  package init(kind: NoteKind, compartment: Compartment, number: Int) {
    self.kind = kind
    self.compartment = compartment
    self.number = number
  }
}

/// Who wrote something, as far as its secrecy depends on it.
package enum Author: String, CaseIterable, Sendable {
  case claimant = "CLAIMANT"
  case respondent = "RESPONDENT"
  case mediator = "MEDIATOR"
  case arbitrator = "ARBITRATOR"
  /// The institution, or Parley itself.
  case institution = "INSTITUTION"

  package init(_ side: Side) { self = side == .claimant ? .claimant : .respondent }

  package var side: Side? {
    switch self {
    case .claimant: .claimant
    case .respondent: .respondent
    default: nil
    }
  }
}

/// Why words are to be erased. In detail it is the word `erasure.reason`.
package enum ErasureBasis: String, CaseIterable, Sendable {
  /// Somebody whose data they are has asked for it, such as under Art. 17 GDPR.
  case dataSubjectRequest = "DATA_SUBJECT_REQUEST"
  case courtOrder = "COURT_ORDER"
  /// They belong to another matter or another person.
  case filedInError = "FILED_IN_ERROR"
  /// They are privileged and should not have been filed.
  case privileged = "PRIVILEGED"
  /// The time for which they had to be kept is over.
  case retentionEnded = "RETENTION_ENDED"
}

/// What is to be erased: the words of an entry; with an exhibit, its bytes as well.
package enum ErasureTarget: Hashable, Sendable {
  case entry(Compartment, sequence: Int64)
  case exhibit(ExhibitID)

  package var compartment: Compartment {
    switch self {
    case .entry(let compartment, _): compartment
    case .exhibit(let exhibit): exhibit.compartment
    }
  }
}

/// An entry of the docket that a filing names, as it stands there.
package struct NamedEntry: Hashable, Sendable {
  package let sequence: Int64
  package let entry: Entry
  package let isErased: Bool
  /// The organization of whoever made it.
  package let organization: OrganizationID?

  package init(
    sequence: Int64, entry: Entry, isErased: Bool, organization: OrganizationID?
  ) {
    self.organization = organization
    self.sequence = sequence
    self.entry = entry
    self.isErased = isErased
  }
}
