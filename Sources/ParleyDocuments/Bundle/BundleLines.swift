package import ParleyDomain

/// An exhibit of a bundle as its index names it.
package struct BundledExhibit: Hashable, Sendable {
  package let bates: String
  /// `E-1`.
  package let label: String
  package let title: String
  package let kind: ExhibitKind
  package let filedBy: String
  package let filedAt: Instant
  /// What became of it, as the index says it, a line each.
  package let marks: [String]
  /// The file beside the index.
  package let path: String
  package let hash: DocumentHash
  package let byteCount: Int64

  package init(
    bates: String, label: String, title: String, kind: ExhibitKind, filedBy: String,
    filedAt: Instant, marks: [String], path: String, hash: DocumentHash,
    byteCount: Int64
  ) {
    self.bates = bates
    self.label = label
    self.title = title
    self.kind = kind
    self.filedBy = filedBy
    self.filedAt = filedAt
    self.marks = marks
    self.path = path
    self.hash = hash
    self.byteCount = byteCount
  }
}

/// A number that no file of the bundle has, and why.
package struct BatesGap: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case sealed
    case struck
    case erased
  }

  package let bates: String
  package let label: String
  package let reason: Reason

  package init(bates: String, label: String, _ reason: Reason) {
    self.bates = bates
    self.label = label
    self.reason = reason
  }
}

/// A letter, an agreement or an award of a bundle.
package struct BundledDocument: Hashable, Sendable {
  package let title: String
  package let path: String

  package init(title: String, path: String) {
    self.title = title
    self.path = path
  }
}

/// An entry of the docket as the timeline names it.
package struct TimelineLine: Hashable, Sendable {
  package let at: Instant
  package let compartment: Compartment
  package let sequence: UInt64
  package let by: String
  package let what: String

  package init(
    at: Instant, compartment: Compartment, sequence: UInt64, by: String, what: String
  ) {
    self.at = at
    self.compartment = compartment
    self.sequence = sequence
    self.by = by
    self.what = what
  }
}

/// How far a chain had come.
package struct HeadLine: Hashable, Sendable {
  package let compartment: Compartment
  package let sequence: UInt64
  /// Hexadecimal.
  package let hash: String
  package let keyID: String

  package init(compartment: Compartment, sequence: UInt64, hash: String, keyID: String) {
    self.compartment = compartment
    self.sequence = sequence
    self.hash = hash
    self.keyID = keyID
  }
}

/// Something that a party holds back: what kind of thing it is, never what it says.
package struct WithheldLine: Hashable, Sendable {
  package let at: Instant
  package let kind: String
  package let author: String
  package let basis: String

  package init(at: Instant, kind: String, author: String, basis: String) {
    self.at = at
    self.kind = kind
    self.author = author
    self.basis = basis
  }
}
