/// The ledger of a dispute: every posting, in the order in which what it rests on was filed.
///
/// For each fact the accounts are reckoned anew by all that was known then; the posting is the
/// difference. A payment that came to light late is therefore posted with the interest it corrects,
/// and a reversal with exactly what its payment had changed. What has accrued since the last of them
/// is shown last, up to the day of reading; it grows until something is posted after it.
package struct Statement: Hashable, Sendable {
  package let asOf: CivilDate
  package let currency: Currency
  package private(set) var postings: [Posting] = []

  /// What is left to pay; negative when too much was paid.
  package var balance: Int64 { postings.last?.balance ?? 0 }
}

extension Dispute {
  /// The ledger up to the day of `given`, by what this dispute shows: whoever does not see the
  /// settlement reads a ledger without it.
  package func statement(given: Given) -> Statement {
    let today = given.zone.date(at: given.now)
    var statement = Statement(asOf: today, currency: currency)
    var book = LedgerBook()
    var state = LedgerState()
    for fact in ledgerFacts {
      let day = given.zone.date(at: fact.at)
      let accrued = ledgerState(book, asOf: day, given: given)
      statement.post(.accrual, accrued, from: state, on: day, at: fact.at)
      book.take(fact, in: caseFile, applied: accrued.applied)
      let after = ledgerState(book, asOf: day, given: given)
      let (valueDate, reference) = reference(of: fact, day)
      statement.post(
        book.kind(of: fact), after, from: accrued, on: valueDate, at: fact.at, reference)
      state = after
    }
    let last = ledgerState(book, asOf: today, given: given)
    statement.post(.accrual, last, from: state, on: today, at: given.now)
    return statement
  }

  /// In the order of filing; of the same moment, those of the case file first.
  private var ledgerFacts: [LedgerFact] {
    var merged: [LedgerFact] = []
    var rest = settlement.ledger[...]
    for fact in caseFile.ledger {
      while let next = rest.first, next.at < fact.at { merged.append(rest.removeFirst()) }
      merged.append(fact)
    }
    return merged + rest
  }

  private func reference(
    of fact: LedgerFact, _ day: CivilDate
  ) -> (CivilDate, Posting.Reference?) {
    switch fact.kind {
    case .payment(let number), .reversal(let number):
      let posted = caseFile.payments.first { $0.number == number }
      return (posted?.payment.valueDate ?? day, .payment(number))
    case .charge(let number):
      return (
        caseFile.charges.first { $0.number == number }?.charge.on ?? day, .charge(number)
      )
    case .postingReversed(let sum, let day):
      switch sum {
      case .charge(let number): return (day, .charge(number))
      case .compensation(let item): return (day, .compensation(item: item))
      case .writeOff, .reversal: return (day, .writeOff)
      }
    case .part(let part): return (part.on, nil)
    case .items, .award, .judgment, .settlement, .partRevived, .closed, .reopened, .interestAfter,
      .awardBound:
      return (day, nil)
    }
  }

  private func ledgerState(
    _ book: LedgerBook, asOf day: CivilDate, given: Given
  ) -> LedgerState {
    let state: LedgerState
    if let decided = book.decided {
      state = LedgerState(
        decided: decided.parts, paid: book.paid,
        counted: book.counted(against: decided).lazy.map(\.payment.amount.minorUnits)
          .saturatingSum,
        since: since(decided, book, asOf: day, given: given),
        apart: book.parts.isEmpty ? [] : quote(book, asOf: day, given: given).settlements)
    } else {
      state = LedgerState(quote(book, asOf: day, given: given))
    }
    return book.appliedBeforeWriteOff.map { state.writtenOff(appliedBefore: $0) } ?? state
  }

  private func quote(_ book: LedgerBook, asOf day: CivilDate, given: Given) -> Quote {
    QuoteReckoning.quote(
      reckoningTerms(
        asOf: day, closedAt: book.closedAt, reversed: book.reversed, given: given),
      items: book.items, charges: book.charges, payments: book.payments, parts: book.parts)
  }
}

extension Dispute {
  /// What runs on a decided sum.
  private func since(
    _ decided: LedgerBook.Decided, _ book: LedgerBook, asOf day: CivilDate, given: Given
  ) -> Quote? {
    guard let after = decided.after, decided.sum > 0 else { return nil }
    return QuoteReckoning.decided(
      Money(minorUnits: decided.sum, currency: currency), after,
      payments: book.counted(against: decided),
      terms: reckoningTerms(after: after, asOf: day, closedAt: book.closedAt, given: given))
  }
}

extension Statement {
  fileprivate mutating func post(
    _ kind: Posting.Kind, _ state: LedgerState, from before: LedgerState, on day: CivilDate,
    at moment: Instant, _ reference: Posting.Reference? = nil
  ) {
    let lines = state.lines(from: before, counter: kind.counter)
    guard !lines.isEmpty else { return }
    postings.append(
      Posting(
        number: postings.count + 1, kind: kind, valueDate: day, postedAt: moment,
        reference: reference, lines: lines, balance: state.balance))
  }
}

extension Posting.Kind {
  /// The account that stands against what this changes.
  fileprivate var counter: LedgerAccount {
    switch self {
    case .award, .judgment, .settlement: .awardAdjust
    case .claim, .accrual, .charge, .payment, .reversal, .writeOff, .recovery: .claim
    }
  }
}
