package import ParleyDomain

/// A brokerage or an administering institution.
package struct Organization: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case brokerage = "BROKERAGE"
    case institution = "INSTITUTION"
  }

  package let id: OrganizationID
  package let kind: Kind
  package let name: String
  package let foundedAt: Instant

  package init(id: OrganizationID, kind: Kind, name: String, foundedAt: Instant) {
    self.id = id
    self.kind = kind
    self.name = name
    self.foundedAt = foundedAt
  }
}
