import ParleyDomain
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Payment {
  init(_ posted: PostedPayment, of dispute: DisputeID) {
    self.init()
    name = dispute.child("payments", posted.number)
    amount = .init(posted.payment.amount)
    valueDate = .init(posted.payment.valueDate)
    method = .init(posted.payment.method)
    bankReference = posted.payment.bankReference
    postTime = .init(posted.postedAt)
    reversed = posted.reversed
  }

  init(_ report: PaymentReport, of dispute: DisputeID) {
    self.init()
    reported = true
    amount = .init(report.amount)
    valueDate = .init(report.paidOn)
    proof = report.proof.map(dispute.exhibit) ?? ""
  }
}

extension Parley_V1_Quote {
  /// The lines of a quote: what is owed by what governs now (a judgment, a settlement signed by
  /// all, an award, otherwise the claim items), and the payments that are set against it.
  init(_ dispute: Dispute, asOf now: Instant) {
    self.init()
    name = "\(dispute.id.name)/quote"
    asOfTime = .init(now)
    let owed = dispute.quoteLines
    let paid = dispute.caseFile.payments.filter {
      $0.number > owed.paymentsBefore && !$0.reversed
    }
    lines =
      owed.lines
      + paid.map { posted in
        .line(
          .payment, posted.number, "Payment \(posted.number)",
          Money(
            minorUnits: -posted.payment.amount.minorUnits,
            currency: posted.payment.amount.currency))
      }
    let rest = dispute.balance.subtracting(dispute.credit) ?? dispute.balance
    balance = .init(rest)
  }
}

extension Parley_V1_QuoteLine {
  fileprivate static func line(
    _ kind: Parley_V1_QuoteLineKind, _ number: Int, _ label: String, _ amount: Money
  ) -> Parley_V1_QuoteLine {
    .with {
      $0.kind = kind
      $0.number = Int32(clamping: number)
      $0.label = label
      $0.amount = .init(amount)
    }
  }
}

extension Dispute {
  /// What is owed, line by line, and how many payments it has taken into account already. The same
  /// choice as `owed` makes, which is the sum of these lines.
  fileprivate var quoteLines: (lines: [Parley_V1_QuoteLine], paymentsBefore: Int) {
    let legal = caseFile.legal
    if let amount = legal.judgmentAmount, let at = legal.judgmentAt,
      settlement.concluded.map({ $0.concludedAt <= at }) ?? true
    {
      return ([.line(.judgment, 0, "Judgment", amount)], legal.paymentsBeforeJudgment)
    }
    if let concluded = settlement.concluded {
      return (
        [.line(.settlement, 0, "Settlement", concluded.terms.amount)], concluded.paymentsBefore
      )
    }
    if let award = caseFile.arbitration?.award {
      let items = award.terms.items.map { decided in
        Parley_V1_QuoteLine.line(
          .award, decided.item, "Award on item \(decided.item)", decided.amount)
      }
      let counterclaim = award.terms.counterclaim.map { decided in
        Parley_V1_QuoteLine.line(
          .counterclaim, 0, "Counterclaim awarded",
          Money(minorUnits: -decided.amount.minorUnits, currency: decided.amount.currency))
      }
      return (
        items + [
          .line(.interest, 0, "Interest awarded", award.terms.interest),
          .line(.costs, 0, "Costs awarded", award.terms.costs),
        ] + (counterclaim.map { [$0] } ?? []), 0
      )
    }
    let items = caseFile.items.filter { $0.standing != .withdrawn && $0.standing != .denied }
    return (
      items.map {
        .line(.claimItem, $0.item.number, "Claim item \($0.item.number)", $0.item.amount)
      }, 0
    )
  }
}
