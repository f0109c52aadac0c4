// The choices that options take, in the words of the room.

package enum SideChoice: String, WireChoice {
  case claimant, respondent
  package static let prefix = "SIDE"
}

package enum ChannelChoice: String, WireChoice {
  case email, telephone, letter, message
  package static let prefix = "CHANNEL"
}

package enum DebtorChoice: String, WireChoice {
  case individual, business
  case publicBody = "public-body"
  package static let prefix = "DEBTOR_KIND"
}

package enum CollectorChoice: String, WireChoice {
  case firstParty = "first-party"
  case thirdParty = "third-party"
  package static let prefix = "COLLECTOR_KIND"
}

package enum FormChoice: String, WireChoice {
  case writtenSigned = "written-signed"
  case electronic
  case emailExchange = "email-exchange"
  case verbal, mixed
  package static let prefix = "CONTRACT_FORM"
}

package enum TypeChoice: String, WireChoice {
  case services, goods, carriage, rent, loan, insurance, brokerage, other
  package static let prefix = "CONTRACT_TYPE"
}

package enum ClauseChoice: String, WireChoice {
  case lateFee = "late-fee"
  case interestRate = "interest-rate"
  case serviceHold = "service-hold"
  case arbitration
  case mediationFirst = "mediation-first"
  case creditReporting = "credit-reporting"
  case attorneyFees = "attorney-fees"
  case acceleration
  package static let prefix = "CLAUSE"
}

package enum ExhibitChoice: String, WireChoice {
  case contract, invoice, email
  case callNote = "call-note"
  case chat
  case paymentRecord = "payment-record"
  case deliveryProof = "delivery-proof"
  case statement, photo, recording
  case courtDocument = "court-document"
  case other
  package static let prefix = "EXHIBIT_KIND"
}

package enum CompartmentChoice: String, WireChoice {
  case `case`
  case partyPrivateClaimant = "party-private-claimant"
  case partyPrivateRespondent = "party-private-respondent"
  case settlement, mediation
  case caucusClaimant = "caucus-claimant"
  case caucusRespondent = "caucus-respondent"
  case neutralPrivate = "neutral-private"
  case deliberation, `internal`
  package static let prefix = "COMPARTMENT"
}

package enum CallOutcomeChoice: String, WireChoice {
  case reached
  case noAnswer = "no-answer"
  case voicemail, refused
  package static let prefix = "CALL_OUTCOME"
}

package enum MethodChoice: String, WireChoice {
  case bankTransfer = "bank-transfer"
  case card, cash, cheque
  case directDebit = "direct-debit"
  case other
  package static let prefix = "PAYMENT_METHOD"
}

package enum AuthorityChoice: String, WireChoice {
  case principal, officer
  case powerOfAttorney = "power-of-attorney"
  case counsel
  package static let prefix = "AUTHORITY"
}

package enum GroundChoice: String, WireChoice {
  case relationship
  case financialInterest = "financial-interest"
  case priorInvolvement = "prior-involvement"
  case other
  package static let prefix = "OBJECTION_GROUND"
}

package enum BasisChoice: String, WireChoice {
  case contractClause = "contract-clause"
  case signedSubmission = "signed-submission"
  package static let prefix = "ARBITRATION_BASIS"
}

package enum MediationFirstChoice: String, WireChoice {
  case notRequired = "not-required"
  case attempted, refused, waived
  package static let prefix = "MEDIATION_FIRST"
}

package enum OrderChoice: String, WireChoice {
  case evidenceTimetable = "evidence-timetable"
  case hearing, production, other
  package static let prefix = "ORDER_KIND"
}

package enum AwardFormChoice: String, WireChoice {
  case standard, reasoned, consent
  package static let prefix = "AWARD_FORM"
}

package enum PathChoiceOption: String, WireChoice {
  case collections, counsel
  case smallClaims = "small-claims"
  case lawsuit, arbitration
  case writeOff = "write-off"
  case settle
  package static let prefix = "PATH_CHOICE"
}

package enum EnforcementChoice: String, WireChoice {
  case garnishment, lien, levy, other
  package static let prefix = "ENFORCEMENT_KIND"
}

package enum OutcomeChoice: String, WireChoice {
  case timeBarred = "time-barred"
  case discharged, assigned
  case duplicateOrError = "duplicate-or-error"
  package static let prefix = "OUTCOME"
}

package enum RoleChoice: String, WireChoice {
  case broker
  case brokerSupervisor = "broker-supervisor"
  case client, mediator, arbitrator, counsel, administrator, auditor
  package static let prefix = "ROLE"
}

package enum OrganizationChoice: String, WireChoice {
  case brokerage, institution
  package static let prefix = "ORGANIZATION_KIND"
}

package enum SeatChoice: String, WireChoice {
  case mediator, arbitrator
  package static let prefix = "SEAT"
}
