import ParleyDomain
import Testing

/// What is owed by how long it has been: exact, whatever says what is owed.
@Suite struct AgingTests {
  private func check(_ matter: Matter) -> [AgedSum] {
    let sums = matter.dispute.agedSums(on: matter.today, given: matter.given)
    let balance = matter.dispute.balance(on: matter.today, given: matter.given).minorUnits
    #expect(sums.map(\.amount).reduce(0, +) == balance)
    #expect(sums.allSatisfy { $0.amount > 0 })
    return sums
  }

  @Test func aDayDecidesTheBucket() throws {
    let due = try day("2026-01-31")
    let ages: [(Int, AgeBucket)] = [
      (-1, .current), (0, .current), (1, .days1To30), (30, .days1To30), (31, .days31To60),
      (60, .days31To60), (61, .days61To90), (90, .days61To90), (91, .daysOver90),
    ]
    for (days, bucket) in ages {
      #expect(AgeBucket(due: due, on: due.adding(days: days)) == bucket)
    }
  }

  @Test func everySourceOfADebtHasItsDay() throws {
    var matter = try Matter.interestBearing()
    try matter.file(.addExhibit(matter.paper(.contract)))
    try matter.file(.postCharge(matter.fee(.costs, try euro(1_000))))
    matter.advance(days: 12)
    let items = check(matter)
    #expect(Set(items.map(\.due)).count == 2, "the items, and the costs later")
    try matter.file(.reversePosting(.charge(1), on: nil))
    #expect(check(matter).count == 2)
    var plan = try Matter.graceExpired()
    try plan.settle([300_000, 300_000])
    try plan.pay(100_000)
    #expect(check(plan).map(\.amount).sorted() == [200_000, 300_000])
    var award = try Matter.awardUnpaid()
    #expect(
      check(award).map(\.due) == [
        try #require(award.dispute.caseFile.arbitration?.award).terms.payBy
      ])
    try award.pay(1_000)
    _ = check(award)
    _ = check(try Matter.judgment())
  }

  @Test(arguments: 1...4) func theSumsAreTheBalanceAfterAnySequenceOfActs(seed: UInt64) throws {
    var dice = Dice(state: seed &* 15_485_863)
    var matter = try Matter.interestBearing()
    try matter.file(.addExhibit(matter.paper(.contract)))
    for _ in 0..<150 {
      if Int.random(in: 0..<4, using: &dice) == 0 {
        matter.advance(days: Int.random(in: 0...9, using: &dice))
      }
      let random = try RandomCommand(matter, &dice)
      guard random.money.minorUnits < 1_000_000_000 else { continue }
      let actor = People.all.randomElement(using: &dice) ?? People.broker
      guard (try? matter.file(random.pick(&dice), by: actor)) != nil else { continue }
      _ = check(matter)
    }
  }
}
