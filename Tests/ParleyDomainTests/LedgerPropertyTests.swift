import ParleyDomain
import ParleyProfiles
import Testing

/// What holds of every quote, over random facts in currencies of all three exponents.
@Suite struct LedgerPropertyTests {
  private static let currencies = ["JPY", "EUR", "KWD"]
  private static let rounds = 400

  private func facts(_ dice: inout Dice) throws -> LedgerCase {
    let shelf = try ProfileShelf(tables: ProfileShelf.ownTables)
    let names = shelf.interest.keys.sorted()
    var claim = try LedgerCase(
      currency: Self.currencies[Int.random(in: 0..<3, using: &dice)])
    if Bool.random(using: &dice) {
      claim.profile = shelf.interest[names[Int.random(in: 0..<names.count, using: &dice)]]
      if claim.profile?.rate == .contract {
        claim.contract = Int.random(in: 1...4_000, using: &dice)
      }
    }
    let start = try day("2023-11-01")
    for _ in 0...Int.random(in: 0...3, using: &dice) {
      try claim.claim(
        Int64.random(in: 1...2_000_000, using: &dice),
        due: start.adding(days: Int.random(in: 0...300, using: &dice)))
    }
    for _ in 0..<Int.random(in: 0...5, using: &dice) {
      try claim.pay(
        Int64.random(in: 1...1_500_000, using: &dice),
        on: start.adding(days: Int.random(in: 0...500, using: &dice)))
    }
    for _ in 0..<Int.random(in: 0...2, using: &dice) {
      try claim.charge(
        Bool.random(using: &dice) ? .costs : .lateFee,
        Int64.random(in: 1...50_000, using: &dice),
        on: start.adding(days: Int.random(in: 0...500, using: &dice)))
    }
    for posted in claim.charges where Bool.random(using: &dice) {
      claim.reversed[.charge(posted.number)] = posted.charge.on.adding(
        days: Int.random(in: 0...120, using: &dice))
    }
    for item in claim.items where Int.random(in: 0..<4, using: &dice) == 0 {
      claim.reversed[.compensation(item: item.number)] = item.due.adding(
        days: Int.random(in: 1...200, using: &dice))
    }
    if Bool.random(using: &dice) {
      let first = start.daysSinceEpoch + Int.random(in: 0...300, using: &dice)
      claim.barred = [first...(first + Int.random(in: 0...60, using: &dice))]
    }
    return claim
  }

  @Test func everyCentIsAccountedFor() throws {
    var dice = Dice(state: 11)
    for _ in 0..<Self.rounds {
      let claim = try facts(&dice)
      let quote = try claim.quote(asOf: try day("2025-02-14"))
      for payment in quote.payments {
        #expect(payment.parts.map(\.amount).reduce(0, +) + payment.credit == payment.amount)
        #expect(payment.parts.allSatisfy { $0.amount > 0 } && payment.credit >= 0)
      }
      let charged = LedgerAccount.receivable.map(quote.charged).reduce(0, +)
      #expect(charged - quote.paid == quote.balance.minorUnits - quote.credit)
      #expect(LedgerAccount.receivable.allSatisfy { quote.left($0) >= 0 })
      #expect(quote.balance.isZero || quote.credit == 0, "credit is used before anything is owed")
      #expect(quote.left(.principal) == quote.items.map(\.left).reduce(0, +))
    }
  }

  @Test func segmentsCoverEachDayOnceAndSumToTheInterest() throws {
    var dice = Dice(state: 12)
    for _ in 0..<Self.rounds {
      let claim = try facts(&dice)
      let asOf = try day("2025-02-14")
      let quote = try claim.quote(asOf: asOf)
      #expect(quote.segments.map(\.amount).reduce(0, +) == quote.charged(.interest))
      for item in quote.items {
        var last = item.item.due
        for segment in quote.segments where segment.item == item.item.number {
          #expect(segment.from > last && segment.to >= segment.from && segment.to <= asOf)
          #expect(segment.to.daysSinceEpoch - segment.from.daysSinceEpoch + 1 == segment.days)
          let span = segment.from.daysSinceEpoch...segment.to.daysSinceEpoch
          #expect(!claim.barred.contains { $0.overlaps(span) })
          last = segment.to
        }
      }
    }
  }

  @Test func theOrderOfPostingChangesNoQuote() throws {
    var dice = Dice(state: 13)
    for _ in 0..<Self.rounds {
      var claim = try facts(&dice)
      let quote = try claim.quote(asOf: try day("2025-02-14"))
      claim.payments = claim.payments.shuffled(using: &dice).enumerated().map { index, posted in
        PostedPayment(number: index + 1, payment: posted.payment, postedAt: posted.postedAt)
      }
      let other = try claim.quote(asOf: try day("2025-02-14"))
      #expect(other.segments == quote.segments && other.balance == quote.balance)
      #expect(other.compensation == quote.compensation && other.credit == quote.credit)
      #expect(LedgerAccount.receivable.allSatisfy { quote.left($0) == other.left($0) })
    }
  }

  @Test func whatIsTakenBackChangesNoEarlierQuote() throws {
    var dice = Dice(state: 16)
    for _ in 0..<Self.rounds {
      var claim = try facts(&dice)
      let first = try day("2023-12-01")
      try claim.charge(.costs, Int64.random(in: 1...90_000, using: &dice), on: first)
      let number = claim.charges.count
      let back = first.adding(days: Int.random(in: 0...300, using: &dice))
      let days = (0..<12).map { first.adding(days: 30 * $0) }
      let before = try days.map { try claim.quote(asOf: $0) }
      claim.reversed[.charge(number)] = back
      let after = try days.map { try claim.quote(asOf: $0) }
      for (index, day) in days.enumerated() {
        if day < back {
          #expect(before[index] == after[index])
        } else {
          #expect(after[index].reversals.contains { $0.of == .charge(number) })
          let parts = after[index].payments.flatMap(\.parts)
          #expect(!parts.contains { $0.account == .costs && $0.number == number })
          #expect(
            after[index].items.allSatisfy { $0.left >= 0 && $0.left <= $0.item.amount.minorUnits })
        }
      }
    }
  }

  @Test func whatIsTakenBackFromItsOwnDayIsAsIfItHadNeverBeen() throws {
    var dice = Dice(state: 17)
    for _ in 0..<Self.rounds {
      var claim = try facts(&dice)
      let never = try claim.quote(asOf: try day("2025-02-14"))
      let on = try day("2023-12-01").adding(days: Int.random(in: 0...300, using: &dice))
      try claim.charge(.lateFee, Int64.random(in: 1...90_000, using: &dice), on: on)
      claim.reversed[.charge(claim.charges.count)] = on
      let quote = try claim.quote(asOf: try day("2025-02-14"))
      #expect(quote.segments == never.segments && quote.compensation == never.compensation)
      #expect(quote.balance == never.balance && quote.credit == never.credit)
      #expect(LedgerAccount.receivable.allSatisfy { quote.left($0) == never.left($0) })
    }
  }

  @Test func whatIsSettledApartIsOwedAsAgreedAndTheRestAsBefore() throws {
    var dice = Dice(state: 18)
    for _ in 0..<Self.rounds {
      var claim = try facts(&dice)
      try claim.claim(Int64.random(in: 1...900_000, using: &dice), due: try day("2024-01-15"))
      let on = try day("2023-12-01").adding(days: Int.random(in: 0...300, using: &dice))
      let earlier = try claim.quote(asOf: on.adding(days: -1))
      try claim.settle(
        Int.random(in: 1...3, using: &dice), for: Int64.random(in: 1...900_000, using: &dice),
        on: on)
      #expect(try claim.quote(asOf: on.adding(days: -1)) == earlier)
      let quote = try claim.quote(asOf: try day("2025-02-14"))
      let settled = try #require(quote.settlements.first)
      #expect(!quote.segments.contains { settled.items.contains($0.item) && $0.to > on })
      for payment in quote.payments {
        #expect(payment.parts.map(\.amount).reduce(0, +) + payment.credit == payment.amount)
        #expect(payment.parts.allSatisfy { $0.amount > 0 } && payment.credit >= 0)
      }
      let charged = LedgerAccount.receivable.map(quote.charged).reduce(0, +)
      #expect(charged - quote.paid == quote.balance.minorUnits - quote.credit)
      #expect(LedgerAccount.receivable.allSatisfy { quote.left($0) >= 0 })
      #expect(quote.items.allSatisfy { $0.left >= 0 && $0.left <= $0.item.amount.minorUnits })
      // What came after the signatures pays the agreed sum first, and nothing else pays it.
      let asOf = quote.asOf
      let came = claim.payments.lazy
        .filter { $0.number > claim.payments.count / 2 && $0.payment.valueDate <= asOf }
        .map(\.payment.amount.minorUnits).reduce(0, +)
      #expect(settled.rest == max(0, settled.amount - came))
    }
  }

  @Test func aReversalRestoresExactly() throws {
    var dice = Dice(state: 14)
    for _ in 0..<Self.rounds {
      var claim = try facts(&dice)
      let before = try claim.quote(asOf: try day("2025-02-14"))
      try claim.pay(
        Int64.random(in: 1...900_000, using: &dice),
        on: try day("2024-01-01").adding(days: Int.random(in: 0...200, using: &dice)))
      claim.payments[claim.payments.count - 1].reversed = true
      #expect(try claim.quote(asOf: try day("2025-02-14")) == before)
    }
  }

  @Test func daysRoundedOneByOneSumToTheWholeHoweverTheyAreSplit() throws {
    var dice = Dice(state: 15)
    let daily = try LedgerCase.profile("contract-daily-2026.1")
    for currency in Self.currencies {
      for _ in 0..<100 {
        var claim = try LedgerCase(currency: currency)
        claim.profile = daily
        claim.contract = Int.random(in: 1...4_000, using: &dice)
        let due = try day("2024-01-31")
        try claim.claim(Int64.random(in: 1...9_000_000, using: &dice), due: due)
        let asOf = due.adding(days: 200)
        let whole = try claim.quote(asOf: asOf).charged(.interest)
        let half = due.adding(days: Int.random(in: 1...199, using: &dice))
        let first = try claim.quote(asOf: half).charged(.interest)
        claim.barred = [due.daysSinceEpoch...half.daysSinceEpoch]
        #expect(try first + claim.quote(asOf: asOf).charged(.interest) == whole)
      }
    }
  }
}
