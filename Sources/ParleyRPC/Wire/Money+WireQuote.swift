import ParleyDomain
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_Payment {
  init(_ posted: PostedPayment, _ words: WordReading, of dispute: DisputeID) {
    self.init()
    name = dispute.child("payments", posted.number)
    amount = .init(posted.payment.amount)
    valueDate = .init(posted.payment.valueDate)
    method = .init(posted.payment.method)
    bankReference = posted.payment.bankReference
    postTime = .init(posted.postedAt)
    reversed = posted.reversed
    enforcement = Int32(clamping: posted.payment.enforcement ?? 0)
    if case .decided(let offer) = posted.payment.tender {
      tenderOffer = dispute.child("offers", offer)
    }
    if let receipt = posted.payment.received {
      received = .with {
        $0.amount = .init(receipt.amount)
        $0.rate = receipt.rate.text
        $0.rateDate = .init(receipt.rateOn)
        $0.rateSource = words["payment.\(posted.number).rateSource"]
      }
    }
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
  /// What is owed by what governs (a judgment, a settlement signed by all, an award, otherwise the
  /// claim items with interest and charges), and the payments that are set against it. The lines sum
  /// to the balance.
  init(_ answer: QuoteAnswer) {
    let dispute = answer.dispute
    self.init()
    name = "\(dispute.id.name)/quote"
    asOfTime = .init(answer.moment)
    asOfDate = .init(answer.asOf)
    let (owed, paymentsBefore) =
      answer.quote.map { ($0.lines, 0) } ?? dispute.decidedLines
    let paid = dispute.caseFile.payments.filter {
      $0.number > paymentsBefore && !$0.reversed && $0.payment.valueDate <= answer.asOf
    }
    let since = answer.since.map {
      [QuoteLine(.interest, 0, "Interest since", $0.charged(.interest))]
    }
    let came = dispute.caseFile.payments.filter {
      !$0.reversed && $0.payment.valueDate <= answer.asOf
    }
    let apart =
      answer.quote == nil ? dispute.partLines(counting: came, after: paymentsBefore) : []
    let all =
      owed + (since ?? []) + apart
      + paid.map { posted in
        QuoteLine(
          .payment, posted.number, "Payment \(posted.number)", -posted.payment.amount.minorUnits)
      }
    lines = all.map { $0.wire(in: dispute.currency) }
    let rest = all.reduce(Int64(0)) { sum, line in
      let (next, overflow) = sum.addingReportingOverflow(line.amount)
      return overflow ? (line.amount > 0 ? .max : .min) : next
    }
    balance = .init(Money(minorUnits: rest, currency: dispute.currency))
    credit = .init(Money(minorUnits: rest < 0 ? -max(rest, -.max) : 0, currency: dispute.currency))
    if let quote = answer.quote ?? answer.since { set(quote, of: dispute) }
  }
}

/// One line before it has its currency.
struct QuoteLine {
  let kind: Parley_V1_QuoteLineKind
  let number: Int
  let label: String
  let amount: Int64

  init(_ kind: Parley_V1_QuoteLineKind, _ number: Int, _ label: String, _ amount: Int64) {
    self.kind = kind
    self.number = number
    self.label = label
    self.amount = amount
  }

  func wire(in currency: Currency) -> Parley_V1_QuoteLine {
    .with {
      $0.kind = kind
      $0.number = Int32(clamping: number)
      $0.label = label
      $0.amount = .init(Money(minorUnits: amount, currency: currency))
    }
  }
}

extension Dispute {
  /// What was decided or agreed, line by line, and how many payments it has taken into account
  /// already. The same choice as `owed` makes, which is the sum of these lines.
  fileprivate var decidedLines: ([QuoteLine], paymentsBefore: Int) {
    let legal = caseFile.legal
    if let amount = legal.judgmentAmount, let at = legal.judgmentAt,
      settlement.concluded.map({ $0.concludedAt <= at }) ?? true
    {
      return (
        [QuoteLine(.judgment, 0, "Judgment", amount.minorUnits)], legal.paymentsBeforeJudgment
      )
    }
    if let concluded = settlement.concluded {
      return (
        [QuoteLine(.settlement, 0, "Settlement", concluded.terms.amount.minorUnits)],
        concluded.paymentsBefore
      )
    }
    guard let award = caseFile.arbitration?.award else { return ([], 0) }
    if let agreed = award.terms.agreed {
      return (
        [QuoteLine(.award, 0, "Award on agreed terms", agreed.amount.minorUnits)],
        agreed.paymentsBefore
      )
    }
    let items = award.terms.items.map { decided in
      QuoteLine(
        .award, decided.item, "Award on item \(decided.item)", decided.amount.minorUnits)
    }
    return (
      items + [
        QuoteLine(.interest, 0, "Interest awarded", award.terms.interest.minorUnits),
        QuoteLine(.costs, 0, "Costs awarded", award.terms.costs.minorUnits),
      ] + award.terms.counterclaimLine + award.boundLine, 0
    )
  }
}

extension AwardRecord {
  /// What the parties had agreed changes of it; nothing where it stands.
  fileprivate var boundLine: [QuoteLine] {
    guard let bounded, let net = terms.netMinorUnits else { return [] }
    return [
      QuoteLine(
        .award, 0, bounded.kind == .highLow ? "By the agreed bracket" : "By the final offers",
        bounded.amount.minorUnits - net)
    ]
  }
}

extension AwardTerms {
  /// What is granted on a counterclaim, taken off; nothing where there was none.
  fileprivate var counterclaimLine: [QuoteLine] {
    counterclaim.map {
      [QuoteLine(.counterclaim, 0, "Counterclaim awarded", -$0.amount.minorUnits)]
    } ?? []
  }
}
