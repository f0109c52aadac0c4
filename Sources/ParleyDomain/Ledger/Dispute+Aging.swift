/// Part of what is owed, and the day since which it is.
package struct AgedSum: Hashable, Sendable {
  package let due: CivilDate
  package let amount: Int64
}

/// How long something has been owed.
package enum AgeBucket: String, CaseIterable, Sendable {
  /// Not past due.
  case current = "CURRENT"
  case days1To30 = "DAYS_1_TO_30"
  case days31To60 = "DAYS_31_TO_60"
  case days61To90 = "DAYS_61_TO_90"
  case daysOver90 = "DAYS_OVER_90"

  /// The bucket of what fell due on a day.
  package init(due: CivilDate, on day: CivilDate) {
    self =
      switch day.daysSinceEpoch - due.daysSinceEpoch {
      case ...0: .current
      case 1...30: .days1To30
      case 31...60: .days31To60
      case 61...90: .days61To90
      default: .daysOver90
      }
  }
}

extension Dispute {
  /// What is left to pay as of a day, by the day it fell due; it sums to ``balance(on:given:)``.
  ///
  /// Interest and the fixed sum are as old as the item they are owed on, costs and late fees as old as
  /// the day they count from. What was agreed is due by its schedule, or all at once where it was
  /// accelerated; an award by the day it is to be paid, a judgment from its own day on.
  package func agedSums(on day: CivilDate, given: Given) -> [AgedSum] {
    let whole = balance(on: day, given: given).minorUnits
    let apart = settlement.parts.flatMap { part in
      scheduled(
        part.terms, unpaid: unpaid(of: part),
        allDue: (part.acceleratedAt ?? (part.performed ? part.concludedAt : nil)).map {
          given.zone.date(at: $0)
        })
    }
    let rest = max(0, whole.adding(saturating: -partsUnpaid))
    return (apart + agedRest(rest, on: day, given: given)).filter { $0.amount > 0 }
  }

  private func agedRest(_ rest: Int64, on day: CivilDate, given: Given) -> [AgedSum] {
    switch governing {
    case .judgment:
      return [AgedSum(due: caseFile.legal.judgment?.on ?? day, amount: rest)]
    case .settlement(let concluded):
      return scheduled(
        concluded.terms, unpaid: rest,
        allDue: concluded.acceleratedAt.map { given.zone.date(at: $0) })
    case .award(let record): return [AgedSum(due: record.terms.payBy, amount: rest)]
    case .items:
      guard let quote = quote(asOf: day, given: given) else { return [] }
      let settled = Set(settlement.parts.flatMap(\.terms.items))
      return quote.items.filter { !settled.contains($0.item.number) }
        .map { AgedSum(due: $0.item.due, amount: quote.left(on: $0.item.number).total) }
        + quote.charges.map { AgedSum(due: $0.charge.on, amount: quote.left(of: $0)) }
    }
  }

  /// What is unpaid of a schedule: payments are set against its instalments in order.
  private func scheduled(_ terms: OfferTerms, unpaid: Int64, allDue: CivilDate?) -> [AgedSum] {
    if let allDue { return [AgedSum(due: allDue, amount: unpaid)] }
    var left = unpaid
    return terms.schedule.reversed().map { instalment in
      let amount = min(left, instalment.amount.minorUnits)
      left -= amount
      return AgedSum(due: instalment.due, amount: amount)
    }
  }
}

extension Quote {
  /// What is left to pay of costs or a late fee.
  fileprivate func left(of posted: PostedCharge) -> Int64 {
    guard !reversals.contains(where: { $0.of == .charge(posted.number) }) else { return 0 }
    let account = posted.charge.kind.account
    let paid = payments.lazy.flatMap(\.parts)
      .filter { $0.account == account && $0.number == posted.number }.map(\.amount).saturatingSum
    return posted.charge.amount.minorUnits - paid
  }
}
