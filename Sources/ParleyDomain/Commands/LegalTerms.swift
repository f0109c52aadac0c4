/// The way forward that an assessment recommends. Reasons are the word `assessment.reason`.
package enum PathChoice: String, CaseIterable, Sendable {
  case collections = "COLLECTIONS"
  case counsel = "COUNSEL"
  case smallClaims = "SMALL_CLAIMS"
  case lawsuit = "LAWSUIT"
  case arbitration = "ARBITRATION"
  case writeOff = "WRITE_OFF"
  case settle = "SETTLE"
}

/// An event before a court. Court and number are the words `court.name` and `court.number`.
package struct CourtRecord: Hashable, Sendable {
  /// The paper that proves it, as an exhibit.
  package let document: ExhibitID
  package let on: CivilDate

  package init(document: ExhibitID, on: CivilDate) {
    self.document = document
    self.on = on
  }
}

/// How a judgment is enforced.
package enum EnforcementKind: String, CaseIterable, Sendable {
  case garnishment = "GARNISHMENT"
  case lien = "LIEN"
  case levy = "LEVY"
  case other = "OTHER"
}
