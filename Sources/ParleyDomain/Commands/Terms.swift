// The facts that commands carry. Plain values, no behaviour; the rules judge them.

/// What the respondent is, which decides the protections that apply.
package enum DebtorKind: String, CaseIterable, Sendable {
  case individual = "INDIVIDUAL"
  case business = "BUSINESS"
  case publicBody = "PUBLIC_BODY"
}

/// Who collects: the creditor itself or a third party for it.
package enum CollectorKind: String, CaseIterable, Sendable {
  case firstParty = "FIRST_PARTY"
  case thirdParty = "THIRD_PARTY"
}

package enum ContractForm: String, CaseIterable, Sendable {
  case writtenSigned = "WRITTEN_SIGNED"
  case electronic = "ELECTRONIC"
  case emailExchange = "EMAIL_EXCHANGE"
  case verbal = "VERBAL"
  case mixed = "MIXED"
}

package enum ContractType: String, CaseIterable, Sendable {
  case services = "SERVICES"
  case goods = "GOODS"
  case carriage = "CARRIAGE"
  /// International carriage by road, under the CMR convention.
  case carriageCMR = "CARRIAGE_CMR"
  /// Carriage between states of the United States.
  case carriageInterstate = "CARRIAGE_INTERSTATE"
  case rent = "RENT"
  case loan = "LOAN"
  case insurance = "INSURANCE"
  case brokerage = "BROKERAGE"
  case other = "OTHER"
}

/// A clause that the contract holds; its place (page, paragraph) is a word `clause.N.reference`.
package enum Clause: String, CaseIterable, Sendable {
  case lateFee = "LATE_FEE"
  case interestRate = "INTEREST_RATE"
  case serviceHold = "SERVICE_HOLD"
  case arbitration = "ARBITRATION"
  case mediationFirst = "MEDIATION_FIRST"
  case creditReporting = "CREDIT_REPORTING"
  case attorneyFees = "ATTORNEY_FEES"
  case acceleration = "ACCELERATION"
}

/// One thing that is owed. Its number and description are words `item.N.number`, `item.N.description`.
package struct ClaimItem: Hashable, Sendable {
  /// From 1, in the order given.
  package let number: Int
  package let issued: CivilDate?
  package let due: CivilDate
  package let amount: Money

  package init(number: Int, issued: CivilDate?, due: CivilDate, amount: Money) {
    self.number = number
    self.issued = issued
    self.due = due
    self.amount = amount
  }
}

/// The facts a draft opens with (T1).
package struct DisputeOpening: Hashable, Sendable {
  package let debtorKind: DebtorKind
  package let collectorKind: CollectorKind
  /// ISO 3166-1, with a subdivision where law differs inside the country: `PT`, `US-CA`.
  package let jurisdiction: String
  package let contractForm: ContractForm
  package let contractType: ContractType
  package let clauses: [Clause]
  package let items: [ClaimItem]
  /// The last day on which a claim can be brought, where the claimant states it; its source is the
  /// word `limitation.source`. Without it the day is found in the profile's table.
  package let limitation: CivilDate?
  /// The day the contract was made, where a period runs from it.
  package let contractedOn: CivilDate?
  /// IANA name of the zone the respondent lives by.
  package let respondentZone: String?
  /// The interest it goes by; nil for none.
  package let interest: InterestPin?
  /// The law that governs the contract, as the jurisdictions are named; nil for that of the
  /// jurisdiction.
  package let governingLaw: String?
  /// The SHA-256 of the terms that bind, as they were agreed.
  package let terms: DocumentHash?
  /// Where the contract stands on the claimant's register, since before there was a dispute.
  package let registration: ContractRegistration?

  package init(
    debtorKind: DebtorKind, collectorKind: CollectorKind, jurisdiction: String,
    contractForm: ContractForm, contractType: ContractType, clauses: [Clause],
    items: [ClaimItem], limitation: CivilDate?, contractedOn: CivilDate? = nil,
    respondentZone: String? = nil, interest: InterestPin? = nil, governingLaw: String? = nil,
    terms: DocumentHash? = nil, registration: ContractRegistration? = nil
  ) {
    self.governingLaw = governingLaw
    self.terms = terms
    self.registration = registration
    self.contractedOn = contractedOn
    self.respondentZone = respondentZone
    self.debtorKind = debtorKind
    self.collectorKind = collectorKind
    self.jurisdiction = jurisdiction
    self.contractForm = contractForm
    self.contractType = contractType
    self.clauses = clauses
    self.items = items
    self.limitation = limitation
    self.interest = interest
  }
}
