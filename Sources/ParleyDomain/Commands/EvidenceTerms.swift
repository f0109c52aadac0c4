/// What an exhibit is.
package enum ExhibitKind: String, CaseIterable, Sendable {
  case contract = "CONTRACT"
  case invoice = "INVOICE"
  case email = "EMAIL"
  case callNote = "CALL_NOTE"
  case chat = "CHAT"
  case paymentRecord = "PAYMENT_RECORD"
  case deliveryProof = "DELIVERY_PROOF"
  case statement = "STATEMENT"
  case photo = "PHOTO"
  case recording = "RECORDING"
  case courtDocument = "COURT_DOCUMENT"
  case other = "OTHER"
}

/// Which way a message or call went, seen from the claimant.
package enum Direction: String, CaseIterable, Sendable {
  case incoming = "INCOMING"
  case outgoing = "OUTGOING"
}

/// The facts of a file put in evidence. The bytes are stored before; title, source and file name are words.
package struct ExhibitOffer: Hashable, Sendable {
  package let kind: ExhibitKind
  package let compartment: Compartment
  package let hash: DocumentHash
  package let byteCount: Int64
  package let mediaType: String
  /// Set for messages: an outgoing one counts as a contact with the respondent.
  package let direction: Direction?
  package let occurredAt: Instant?
  /// Numbers of the claim items it supports.
  package let items: [Int]
  /// True for what was made for the mediation; such material is never admitted into the case file.
  package let madeForMediation: Bool
  /// Number of the e-mail in the same compartment that it came attached to.
  package let attachedTo: Int?
  package let provenance: Provenance
  /// Set where it is made of another exhibit.
  package let rendition: Rendition?
  /// Asked to be taken although the record is closed; why is the word `exhibit.lateReason`. In an
  /// entry: that it was, and waits for a ruling.
  package let tendered: Bool
  /// For whom it was filed, as the entry states it; nil in entries of before, and in what is asked for.
  package let filer: Author?

  package init(
    kind: ExhibitKind, compartment: Compartment, hash: DocumentHash, byteCount: Int64,
    mediaType: String, direction: Direction? = nil, occurredAt: Instant? = nil, items: [Int],
    madeForMediation: Bool, attachedTo: Int? = nil, provenance: Provenance = Provenance(),
    rendition: Rendition? = nil, tendered: Bool = false, filer: Author? = nil
  ) {
    self.filer = filer
    self.provenance = provenance
    self.rendition = rendition
    self.tendered = tendered
    self.kind = kind
    self.compartment = compartment
    self.hash = hash
    self.byteCount = byteCount
    self.mediaType = mediaType
    self.direction = direction
    self.occurredAt = occurredAt
    self.items = items
    self.madeForMediation = madeForMediation
    self.attachedTo = attachedTo
  }
}

/// How a call ended.
package enum CallOutcome: String, CaseIterable, Sendable {
  case reached = "REACHED"
  case noAnswer = "NO_ANSWER"
  case voicemail = "VOICEMAIL"
  case refused = "REFUSED"
}

/// How a reminder or notice is sent.
package enum Channel: String, CaseIterable, Sendable {
  case email = "EMAIL"
  case telephone = "TELEPHONE"
  case letter = "LETTER"
  case message = "MESSAGE"
}
