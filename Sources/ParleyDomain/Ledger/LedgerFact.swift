/// Something that changes what is owed, in the order in which it was filed: what the postings of the
/// ledger are derived from. Nothing here is a sum.
package struct LedgerFact: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// These items count from now on.
    case items([ClaimItem])
    case payment(number: Int)
    case reversal(number: Int)
    case charge(number: Int)
    /// Something other than a payment was taken back, from a day on.
    case postingReversed(PostedSum, on: CivilDate)
    /// An award says what is owed; nil when it was set aside.
    case award(AwardTerms?)
    /// A judgment does; the payments up to that number are taken into account.
    case judgment(Money, paymentsBefore: Int)
    /// A settlement does; nil when the claim was reinstated.
    case settlement(Money?, paymentsBefore: Int)
    /// Some items are settled apart from the rest.
    case part(PartSettlement)
    /// They are claimed again.
    case partRevived(offer: Int)
    /// Interest runs on what was decided.
    case interestAfter(InterestAfter, ofJudgment: Bool)
    /// The award became this sum.
    case awardBound(Money)
    case closed(Outcome)
    case reopened
  }

  package let at: Instant
  package let kind: Kind
}

extension Dispute {
  /// Takes note of what an entry changes in what is owed, in the part of its own compartment.
  mutating func applyLedger(_ entry: Entry) {
    let at = entry.effectiveAt
    switch entry.compartment {
    case .caseFile:
      let counted = caseFile.countedItems
      if caseFile.countedBefore != counted {
        caseFile.countedBefore = counted
        caseFile.ledger.append(LedgerFact(at: at, kind: .items(counted)))
      }
      if let kind = caseFact(entry) {
        caseFile.ledger.append(LedgerFact(at: at, kind: kind))
      }
      if let move = entry.transition, move.from == .closed, move.to != .closed {
        caseFile.ledger.append(LedgerFact(at: at, kind: .reopened))
      }
    case .settlement:
      if let kind = settlementFact(entry) {
        settlement.ledger.append(LedgerFact(at: at, kind: kind))
      }
    default: break
    }
  }

  private func caseFact(_ entry: Entry) -> LedgerFact.Kind? {
    switch entry.event {
    case .paymentPosted(_, let number): .payment(number: number)
    case .paymentReversed(let number): .reversal(number: number)
    case .chargePosted(_, let number): .charge(number: number)
    case .postingReversed(let sum, let day, _): .postingReversed(sum, on: day)
    case .awardIssued(let terms, _, _, _): .award(terms)
    case .awardSetAside: .award(nil)
    case .judgmentRecorded(_, let amount):
      .judgment(amount, paymentsBefore: caseFile.legal.paymentsBeforeJudgment)
    case .interestAfterSet(let after, let ofJudgment): .interestAfter(after, ofJudgment: ofJudgment)
    case .awardBounded(_, let amount): .awardBound(amount)
    case .disputeClosed(let outcome): .closed(outcome)
    default: nil
    }
  }

  private func settlementFact(_ entry: Entry) -> LedgerFact.Kind? {
    switch entry.event {
    case .settlementConcluded(let terms, _):
      .settlement(terms.amount, paymentsBefore: settlement.concluded?.paymentsBefore ?? 0)
    case .partSettled: settlement.part.map(LedgerFact.Kind.part)
    case .claimReinstated, .settlementAnnulled: undone
    default: nil
    }
  }

  /// At most one settlement is in force at a time, and the last one is what binds no more.
  private var undone: LedgerFact.Kind {
    for fact in settlement.ledger.reversed() {
      switch fact.kind {
      case .part(let part): return .partRevived(offer: part.offer)
      case .settlement: return .settlement(nil, paymentsBefore: 0)
      default: continue
      }
    }
    return .settlement(nil, paymentsBefore: 0)
  }
}

extension CaseFile {
  /// The claim items that are owed as far as the claimant says.
  var countedItems: [ClaimItem] {
    items.lazy.filter { $0.standing != .withdrawn && $0.standing != .denied }.map(\.item)
  }
}
