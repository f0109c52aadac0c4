import ArgumentParser
import ParleyClient
import Testing

@testable import ParleyCommands

@Suite struct ArgumentTests {
  @Test(arguments: [
    ("EUR 8,400.00", "EUR 8,400.00", 840_000), ("EUR 8400", "EUR 8,400.00", 840_000),
    ("eur8400.5", "EUR 8,400.50", 840_050), ("JPY 1,000", "JPY 1,000", 1_000),
    ("KWD 1.005", "KWD 1.005", 1_005), ("EUR 0.01", "EUR 0.01", 1),
    ("EUR 1,234,567.89", "EUR 1,234,567.89", 123_456_789),
  ])
  func readsAmounts(_ typed: String, _ shown: String, _ minor: Int64) throws {
    let amount = try #require(Amount(typed))
    #expect(amount.description == shown)
    #expect(amount.minor == minor)
    #expect(Amount(amount.money) == amount)
  }

  @Test(arguments: [
    "8400", "EUR", "EUR 8.400", "EUR 8.400,00", "EUR 84,00", "EUR -1", "EUR 1.001", "JPY 1.0",
    "EUR 1.", "EU 5", "EUR 1,2345.00", "EUR 99999999999999999999", "EUR ,100",
  ])
  func refusesWhatIsNoAmount(_ typed: String) {
    #expect(Amount(typed) == nil)
  }

  @Test func readsMoneyOfTheContract() throws {
    let owed = PlainValue.fields(["currencyCode": .text("EUR"), "nanos": .number("-500000000")])
    #expect(Amount(owed)?.description == "EUR -0.50")
    let tooFine = PlainValue.fields(["currencyCode": .text("EUR"), "nanos": .number("1000000")])
    #expect(Amount(tooFine) == nil)
  }

  @Test func readsExhibits() throws {
    let dispute = try #require(DisputeID("7k3q-m2xw"))
    let exhibit = try #require(ExhibitReference(argument: "e-4"))
    #expect(exhibit.name(dispute) == .text("disputes/7k3qm2xw/exhibits/case-4"))
    #expect(ExhibitReference(argument: "mediation-2")?.id == "mediation-2")
    #expect(
      ExhibitReference(argument: "party-private-claimant-2")?.id == "party-private-claimant-2")
    #expect(ExhibitReference.label(ofName: "disputes/7k3qm2xw/exhibits/mediation-2") == "M-2")
    for typed in ["E", "E-0", "X-1", "4", "E-1x", "-1"] {
      #expect(ExhibitReference(argument: typed) == nil, "\(typed)")
    }
  }

  @Test func readsClauses() {
    #expect(ClauseArgument(argument: "arbitration:p3")?.reference == "p. 3")
    #expect(ClauseArgument(argument: "interest:p. 2, par. 4")?.clause == .interestRate)
    #expect(ClauseArgument(argument: "interest:p. 2, par. 4")?.reference == "p. 2, par. 4")
    #expect(ClauseArgument(argument: "acceleration")?.reference == nil)
    #expect(ClauseArgument(argument: "nonsense:p3") == nil)
    #expect(ClauseArgument(argument: "arbitration:") == nil)
  }

  @Test func readsItems() {
    let part = ItemArgument(argument: "2=EUR 3,000.00: two pallets: damaged")
    #expect(part?.item == 2)
    #expect(part?.amount?.minor == 300_000)
    #expect(part?.words == "two pallets: damaged")
    #expect(ItemArgument(argument: "all")?.item == 0)
    for typed in ["0", "x", "all=EUR 1", "1=", "1:", "-1"] {
      #expect(ItemArgument(argument: typed) == nil, "\(typed)")
    }
  }

  @Test func readsEarlierContacts() throws {
    let dispute = try #require(DisputeID("7k3q-m2xw"))
    func member(_ typed: String) -> String? {
      EarlierContactArgument(argument: typed).map {
        let member = $0.member(dispute)
        return "\(member.name)=\(member.value.spelled)"
      }
    }
    #expect(member("reminder:1") == "reminder=1")
    #expect(member("call:2") == "call=2")
    #expect(member("email:4") == "exhibit=disputes/7k3qm2xw/exhibits/case-4")
    #expect(member("none: letters came back") == "waiverReason=letters came back")
    for typed in ["reminder:0", "reminder", "email:x", "none: ", "fax:1"] {
      #expect(member(typed) == nil, "\(typed)")
    }
  }

  @Test func readsPeriodsDaysAndShares() {
    #expect(Period(argument: "14d")?.days == 14)
    #expect(Period(argument: "2w")?.days == 14)
    #expect(Period(argument: "14")?.days == 14)
    #expect(Period(argument: "14m") == nil)
    #expect(Period(argument: "-1d") == nil)
    #expect(CalendarDay(argument: "2026-02-29") == nil)
    #expect(CalendarDay(argument: "2028-02-29")?.iso == "2028-02-29")
    #expect(CalendarDay(argument: "2026-01-31")?.adding(months: 1).iso == "2026-02-28")
    #expect(CalendarDay(argument: "2026-11-30")?.adding(months: 3).iso == "2027-02-28")
    #expect(PercentArgument(argument: "12.5")?.basisPoints == 1250)
    #expect(PercentArgument(argument: "100%")?.basisPoints == 10_000)
    for typed in ["100.01", "1.234", "", "x", "-1", "101"] {
      #expect(PercentArgument(argument: typed) == nil, "\(typed)")
    }
  }

  @Test func aPlanSumsToItsAmount() throws {
    let line = "offer make 7k3q-m2xw --amount 'EUR 10,000.00' --instalments 3 --first 2026-12-31"
    let offer = try OfferMake.parse(Array(Stage.words(line).dropFirst(2)))
    let terms = try offer.terms.value(replyTo: nil)
    let amounts = terms.list("schedule").map { $0.money("amount") }
    #expect(amounts == ["EUR 3,333.33", "EUR 3,333.33", "EUR 3,333.34"])
    #expect(
      terms.list("schedule").map { $0.date("dueDate") } == [
        "2026-12-31", "2027-01-31", "2027-02-28",
      ])
  }

  @Test func readsTheHeadOfAnEmail() {
    let text =
      "Subject: Your invoice\r\n INV-118\r\nDate: Mon, 12 Oct 2026 09:30:00 +0100\r\n\r\nSubject: no"
    let head = EmailHead(Array(text.utf8))
    #expect(head.subject == "Your invoice INV-118")
    #expect(head.sentAt.map(Timestamp.text) == "2026-10-12T08:30:00Z")
    #expect(EmailHead(Array("Subject: =?utf-8?B?eA==?=\n".utf8)).subject == nil)
    #expect(EmailHead.seconds("12 Foo 2026 09:30:00 +0100") == nil)
  }
}
