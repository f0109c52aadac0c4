import OpenSSLKit
import ParleyDocuments
package import ParleyDomain
import ParleyStore

/// A document that Parley can print.
package enum DocumentKind: Hashable, Sendable {
  case demand(Int)
  case agreement
  case award
  /// The agreement that all parties ask to have recorded as an award, as the case has it.
  case agreedTerms
  case groundRules
  /// One page, as its reader sees the dispute at the moment.
  case brief
  /// The account, as its reader sees it today.
  case statement
}

extension Registrar {
  /// The text of a document and its hash. Refuses with `notFound` what does not exist or is not
  /// visible to the caller.
  package func document(
    _ kind: DocumentKind, of id: DisputeID, for caller: Caller
  ) async throws -> DocumentText {
    try await longRead(for: caller) { [self] in
      let whole = try journal.dispute(id).dispute
      guard let dispute = whole.seen(with: whole.standings(of: caller.actor)) else {
        throw Refusal.notFound
      }
      return try text(of: kind, in: dispute, at: journal.now)
    }
  }

  /// The text of a document of a dispute as somebody sees it, at a moment.
  func text(
    of kind: DocumentKind, in dispute: Dispute, at now: Instant
  ) throws -> DocumentText {
    let id = dispute.id
    switch kind {
    case .groundRules: return DocumentText(GroundRules.text)
    case .demand(let number):
      let text = try DemandLetter.text(
        of: dispute, demand: number,
        claimant: names.name(of: dispute.caseFile.organization)
          ?? dispute.caseFile.organization.text,
        reference: Base32Check.grouped(id.text), zone: zone)
      guard let text else { throw Refusal.notFound }
      return DocumentText(text)
    case .brief:
      return DocumentText(
        try BriefText.text(
          of: dispute,
          claimant: names.name(of: dispute.caseFile.organization)
            ?? dispute.caseFile.organization.text,
          reference: Base32Check.grouped(id.text), now: now, zone: zone,
          balance: dispute.balance(
            on: zone.date(at: now), given: try given(at: now, for: dispute))))
    case .statement:
      return DocumentText(
        StatementText.text(of: dispute.statement(given: try given(at: now, for: dispute))))
    case .agreement:
      guard let draft = dispute.settlement.agreement else { throw Refusal.notFound }
      return try word("agreement.\(draft.offer).text", in: .settlement, of: dispute)
    case .agreedTerms:
      guard dispute.caseFile.arbitration?.consentAward != nil else { throw Refusal.notFound }
      return try word("agreed.text", in: .caseFile, of: dispute)
    case .award:
      guard let award = dispute.caseFile.arbitration?.award else { throw Refusal.notFound }
      return try word("award.\(award.version).text", in: .caseFile, of: dispute)
    }
  }

  private func word(
    _ path: String, in compartment: Compartment, of dispute: Dispute
  ) throws -> DocumentText {
    let words = dispute.records[compartment]?.words ?? [:]
    guard let text = words[path] else { throw Refusal.notFound }
    return DocumentText(text)
  }
}
