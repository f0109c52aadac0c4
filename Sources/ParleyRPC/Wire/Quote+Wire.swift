import ParleyDomain
import ParleyWire
import SwiftProtobuf

extension Quote {
  /// One line for each item, each item's interest, each fixed sum and each charge.
  var lines: [QuoteLine] {
    let claimed = items.map {
      QuoteLine(
        .claimItem, $0.item.number, "Claim item \($0.item.number)", $0.item.amount.minorUnits)
    }
    let interest = items.compactMap { quoted -> QuoteLine? in
      let number = quoted.item.number
      let own = segments.filter { $0.item == number }
      guard !own.isEmpty else { return nil }
      return QuoteLine(
        .interest, number, "Interest on item \(number)", own.reduce(0) { $0 + $1.amount })
    }
    let fixed = compensation.map {
      QuoteLine(.compensation, $0.item, "Fixed sum on item \($0.item)", $0.amount)
    }
    let added = charges.map { posted in
      let isCosts = posted.charge.kind == .costs
      return QuoteLine(
        isCosts ? .costs : .lateFee, posted.number,
        isCosts ? "Costs \(posted.number)" : "Late fee \(posted.number)",
        posted.charge.amount.minorUnits)
    }
    return claimed + interest + fixed + added + reversalLines
      + settlements.flatMap(\.lines)
  }

  private var reversalLines: [QuoteLine] {
    reversals.map { reversal in
      let what =
        switch reversal.account {
        case .costs: "Costs \(reversal.number)"
        case .lateFee: "Late fee \(reversal.number)"
        default: "Fixed sum on item \(reversal.number)"
        }
      return QuoteLine(.reversal, reversal.number, "\(what) taken back", -reversal.amount)
    }
  }
}

extension Parley_V1_Quote {
  /// The arithmetic.
  mutating func set(_ quote: Quote, of dispute: Dispute) {
    func money(_ amount: Int64) -> Google_Type_Money {
      .init(Money(minorUnits: amount, currency: quote.currency))
    }
    interestProfile = quote.profile?.name ?? ""
    interestSource = quote.profile?.source ?? ""
    segments = quote.segments.map { .init($0, quote) }
    compensations = quote.compensation.map { sum in
      .with {
        $0.item = Int32(clamping: sum.item)
        $0.owedDate = .init(sum.on)
        $0.debt = money(sum.debt)
        $0.source = quote.profile?.compensationSource ?? ""
        $0.amount = money(sum.amount)
      }
    }
    let words = dispute.records[.caseFile]?.words ?? [:]
    charges = quote.charges.map { posted in
      .with {
        $0.name = dispute.id.child("charges", posted.number)
        $0.kind = .init(posted.charge.kind)
        $0.amount = .init(posted.charge.amount)
        $0.chargeDate = .init(posted.charge.on)
        $0.exhibit = dispute.id.exhibit(posted.charge.exhibit)
        $0.reason = words["charge.\(posted.number).reason"] ?? ""
      }
    }
    reversals = dispute.wire(quote.reversals)
    settlements = quote.settlements.map { $0.wire(in: quote.currency, of: dispute.id) }
    allocations = quote.payments.map { payment in
      .with {
        $0.payment = dispute.id.child("payments", payment.number)
        $0.valueDate = .init(payment.valueDate)
        $0.amount = money(payment.amount)
        $0.parts = payment.parts.map { part in
          .with {
            $0.account = .init(part.account)
            $0.number = Int32(clamping: part.number)
            $0.amount = money(part.amount)
          }
        }
        $0.credit = money(payment.credit)
      }
    }
    totals = LedgerAccount.receivable.map { account in
      .with {
        $0.account = .init(account)
        $0.charged = money(quote.charged(account))
        $0.paid = money(quote.applied(account))
        $0.left = money(quote.left(account))
      }
    }
  }
}

extension Dispute {
  fileprivate func wire(_ reversals: [QuotedReversal]) -> [Parley_V1_PostingReversal] {
    reversals.compactMap { reversal in
      guard let filed = caseFile.reversals.first(where: { $0.of == reversal.of }) else {
        return nil
      }
      return .with {
        $0.name = id.child("reversals", filed.number)
        $0.posting = id.posting(reversal.of)
        $0.amount = .init(Money(minorUnits: reversal.amount, currency: currency))
        $0.valueDate = .init(reversal.on)
        $0.reason =
          records[.caseFile]?.words["postingReversal.\(filed.number).reason"] ?? ""
      }
    }
  }
}

extension DisputeID {
  /// The name of something posted otherwise than as a payment.
  fileprivate func posting(_ sum: PostedSum) -> String {
    switch sum {
    case .charge(let number): child("charges", number)
    case .compensation(let item): child("compensations", item)
    case .reversal(let number): child("reversals", number)
    case .writeOff: "\(name)/write-off"
    }
  }
}

extension Parley_V1_AccrualSegment {
  fileprivate init(_ segment: AccrualSegment, _ quote: Quote) {
    self.init()
    item = Int32(clamping: segment.item)
    fromDate = .init(segment.from)
    toDate = .init(segment.to)
    days = Int32(clamping: segment.days)
    principal = .init(Money(minorUnits: segment.principal, currency: quote.currency))
    rateBasisPoints = Int32(clamping: segment.rate.basisPoints)
    referenceBasisPoints = Int32(clamping: segment.rate.reference?.basisPoints ?? 0)
    marginBasisPoints = Int32(clamping: segment.rate.marginBasisPoints)
    rateSource = segment.rate.reference?.source ?? "The contract"
    provisional = segment.rate.isProvisional
    rounding = quote.profile?.centRounding == .daily ? .daily : .final
    dayCount = quote.profile?.dayCount.rawValue ?? ""
    amount = .init(Money(minorUnits: segment.amount, currency: quote.currency))
  }
}

extension Parley_V1_Posting {
  init(_ posting: Posting, in currency: Currency, of dispute: DisputeID) {
    func money(_ amount: Int64) -> Google_Type_Money {
      .init(Money(minorUnits: amount, currency: currency))
    }
    self.init()
    name = dispute.child("postings", posting.number)
    kind = .init(posting.kind)
    valueDate = .init(posting.valueDate)
    postTime = .init(posting.postedAt)
    reference =
      switch posting.reference {
      case .payment(let number): dispute.child("payments", number)
      case .charge(let number): dispute.posting(.charge(number))
      case .compensation(let item): dispute.posting(.compensation(item: item))
      case .writeOff: dispute.posting(.writeOff)
      case nil: ""
      }
    lines = posting.lines.map { line in
      .with {
        $0.account = .init(line.account)
        $0.number = Int32(clamping: line.number)
        $0.amount = money(line.amount)
      }
    }
    balance = money(posting.balance)
  }
}
