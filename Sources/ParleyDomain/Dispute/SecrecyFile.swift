/// A waiver of the mediation privilege, as those who took part in the mediation see it.
///
/// It is proposed with a scope that never changes, so that all who sign it by its number sign the
/// same; it is in force when every party has signed (UMA s. 5(a)), and final then.
package struct Waiver: Hashable, Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case proposed = "PROPOSED"
    case inForce = "IN_FORCE"
    case withdrawn = "WITHDRAWN"
  }

  package let number: Int
  package let by: Side
  package let whole: Bool
  /// What it covers: fixed when it was proposed.
  package let items: [MediationItem]
  package let proposedAt: Instant
  package var step: Step = .proposed
  package var signedBy: Set<Side>
  /// The mediator who waived for what that mediator wrote.
  package var mediator: MemberID?
  package var ownNotes = false
  /// Its number among those in force, which is the one the case file knows.
  package var caseNumber: Int?
  /// What was filed in the case under it so far.
  package var admitted: Set<MediationItem> = []

  /// The sides that have not signed.
  package var missing: [Side] { Side.allCases.filter { !signedBy.contains($0) } }
}

/// A waiver in force, as the case file knows it: numbered among those in force alone, so that it
/// does not tell how many others were proposed.
package struct WaiverInForce: Hashable, Sendable {
  package let number: Int
  package let whole: Bool
  package let since: Instant
  package var joinedByMediator = false
}

/// A communication of the mediation that was filed in the case under a waiver. Its text is the word
/// `admitted.N.text`.
package struct AdmittedCommunication: Hashable, Sendable {
  package let number: Int
  package let waiver: Int
  package let kind: NoteKind
  package let author: Author
  package let madeAt: Instant
}

/// A note: that it was made, by whom and when. Its text stands in the words `note.N.`.
package struct NoteRecord: Hashable, Sendable {
  package let number: Int
  package let by: MemberID?
  package let author: Author
  package let madeAt: Instant
}

/// An erasure of words of one compartment, from the wish to the deed.
package struct Erasure: Hashable, Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case requested = "REQUESTED"
    case refused = "REFUSED"
    case done = "DONE"
  }

  package let number: Int
  /// The entry whose words they are, by its number in the chain of the compartment.
  package let sequence: Int64
  /// Set where the entry filed an exhibit, whose bytes go as well.
  package let exhibit: ExhibitID?
  package let basis: ErasureBasis
  package let by: MemberID
  /// As whom that person asked.
  package let askedAs: Author
  package let askedAt: Instant
  package var step: Step = .requested
  package var settledBy: MemberID?
}
