package import ParleyDomain

/// A contract as an organization put it on its register when it was made. It is never changed: new
/// terms are a new one, which says which it takes the place of.
package struct RegisteredContract: Hashable, Sendable {
  /// A clause and where it stands.
  package struct Part: Hashable, Sendable {
    package let clause: Clause
    package let reference: String

    package init(clause: Clause, reference: String) {
      self.clause = clause
      self.reference = reference
    }
  }

  package let organization: OrganizationID
  /// From 1 in each organization.
  package let number: Int
  /// With whom it was made.
  package let counterpart: String
  package let form: ContractForm
  package let type: ContractType
  /// The law that governs it.
  package let law: String
  package let madeOn: CivilDate?
  /// The SHA-256 of its terms; nil for a verbal one, which has none.
  package let terms: DocumentHash?
  package let clauses: [Part]
  /// The one it takes the place of.
  package let supersedes: Int?
  package let registeredBy: MemberID
  package let registeredAt: Instant

  package init(
    organization: OrganizationID, number: Int, counterpart: String, form: ContractForm,
    type: ContractType, law: String, madeOn: CivilDate?, terms: DocumentHash?, clauses: [Part],
    supersedes: Int?, registeredBy: MemberID, registeredAt: Instant
  ) {
    self.organization = organization
    self.number = number
    self.counterpart = counterpart
    self.form = form
    self.type = type
    self.law = law
    self.madeOn = madeOn
    self.terms = terms
    self.clauses = clauses
    self.supersedes = supersedes
    self.registeredBy = registeredBy
    self.registeredAt = registeredAt
  }
}
