import ParleyService
import Testing

struct MailSignTests {
  @Test(arguments: [
    ("We will pay EUR 8,400.00 by Friday.", MailSign.Kind.promise, "EUR 8400.00"),
    ("I promise to send you 8.400,00 EUR next week.", .promise, "EUR 8400.00"),
    ("We offer €7,900 in full and final settlement.", .offer, "EUR 7900"),
    ("Could we settle for $ 1'250.50?", .offer, "USD 1250.50"),
    ("We have paid GBP 500 on Monday.", .payment, "GBP 500"),
    ("Yesterday 12.50€ were transferred.", .payment, "EUR 12.50"),
  ])
  func seesWhatIsSaidOfMoney(text: String, kind: MailSign.Kind, amount: String) {
    let signs = MailSign.all(in: text)
    #expect(signs.map(\.kind) == [kind])
    #expect(signs.map(\.amount) == [amount])
  }

  @Test(arguments: [
    "> We will pay EUR 500.00.", "We will not pay EUR 500.00.", "We won't pay EUR 500.00.",
    "The invoice over EUR 500.00 fell due.", "We will pay soon.", "We have paid everything.",
    "We offer our regards.", "",
  ])
  func takesNothingElseForASign(text: String) {
    #expect(MailSign.all(in: text).isEmpty)
  }

  @Test func aSentenceMayGoOverLines() {
    let signs = MailSign.all(in: "Dear all,\n\nwe will pay\nEUR 500.00 on\nFriday. Regards\n")
    #expect(signs.map(\.sentence) == ["we will pay EUR 500.00 on Friday."])
  }

  @Test func pointsOutOnlySoMany() {
    let text = String(repeating: "We will pay EUR 5.00. ", count: 50)
    #expect(MailSign.all(in: text).count == 10)
  }
}
