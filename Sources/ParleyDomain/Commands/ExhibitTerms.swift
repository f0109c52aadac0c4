// What is said of a file in evidence beside the file itself, and what is said against it.

/// How a file came into the hands of whoever files it (SWGDE/NIST: who, when and how it was collected).
package enum CollectionMethod: String, CaseIterable, Sendable {
  /// The file as it was made.
  case original = "ORIGINAL"
  /// Copied from a device or an account.
  case copy = "COPY"
  case scan = "SCAN"
  case screenshot = "SCREENSHOT"
  /// Written out by a system that keeps the records.
  case export = "EXPORT"
  /// Sent by somebody.
  case received = "RECEIVED"
  case other = "OTHER"
}

/// On what consent a conversation was recorded. The laws differ, so it has to be said; a note of a
/// call needs none.
package enum RecordingConsent: String, CaseIterable, Sendable {
  case allParties = "ALL_PARTIES"
  case oneParty = "ONE_PARTY"
  /// It was announced, and whoever spoke on went on.
  case announced = "ANNOUNCED"
}

/// Where a file comes from. Who collected it is the word `exhibit.collectedBy`.
package struct Provenance: Hashable, Sendable {
  package let collectedAt: Instant?
  package let method: CollectionMethod?
  /// Required of recordings, and of nothing else.
  package let consent: RecordingConsent?

  package init(
    collectedAt: Instant? = nil, method: CollectionMethod? = nil, consent: RecordingConsent? = nil
  ) {
    self.collectedAt = collectedAt
    self.method = method
    self.consent = consent
  }
}

/// What an exhibit is of another one, which stays as it is.
package enum RenditionKind: String, CaseIterable, Sendable {
  /// Takes its place.
  case newVersion = "NEW_VERSION"
  case translation = "TRANSLATION"
  case redactedCopy = "REDACTED_COPY"

  /// Whether it says what the original says, so that it is sealed with it.
  package var saysTheSame: Bool { self != .redactedCopy }
}

/// That an exhibit is made of another one. By whom it was made is the word `exhibit.madeBy`, the
/// language of a translation `exhibit.language`.
package struct Rendition: Hashable, Sendable {
  package let kind: RenditionKind
  /// Nil where the original stands in another compartment: what is published names no private thing.
  package let original: ExhibitID?
  /// Whoever made it vouches for it in writing.
  package let certified: Bool

  package init(_ kind: RenditionKind, of original: ExhibitID?, certified: Bool = false) {
    self.kind = kind
    self.original = original
    self.certified = certified
  }
}

/// Why an exhibit is not to be considered.
package enum ExhibitObjectionGround: String, CaseIterable, Sendable {
  case relevance = "RELEVANCE"
  case authenticity = "AUTHENTICITY"
  case privilege = "PRIVILEGE"
  case hearsay = "HEARSAY"
  case late = "LATE"
  /// Part of a document that as a whole says something else.
  case incomplete = "INCOMPLETE"
  case unlawfullyObtained = "UNLAWFULLY_OBTAINED"
  /// What it lacks was not supplied in time.
  case deficient = "DEFICIENT"
  case other = "OTHER"
}

/// What the arbitrator decides on an objection.
package enum ExhibitRuling: String, CaseIterable, Sendable {
  /// The exhibit is left out of what the award considers.
  case sustained = "SUSTAINED"
  case overruled = "OVERRULED"
  /// It is considered for the purpose the ruling names alone.
  case limited = "LIMITED"
}

/// What an exhibit lacks.
package enum ExhibitLack: String, CaseIterable, Sendable {
  case illegible = "ILLEGIBLE"
  case incomplete = "INCOMPLETE"
  case translation = "TRANSLATION"
  case source = "SOURCE"
  case certification = "CERTIFICATION"
  case other = "OTHER"
}
