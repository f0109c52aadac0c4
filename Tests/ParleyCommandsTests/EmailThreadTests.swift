import ParleyClient
import Testing

@testable import ParleyCommands

struct EmailThreadTests {
  private func email(_ number: Int, id: String, answers: String = "") -> PlainValue {
    .fields([
      "name": .text("e\(number)"), "label": .text("E-\(number)"),
      "email": .fields(["messageId": .text(id), "inReplyTo": .text(answers)]),
    ])
  }

  @Test func aThreadGoesBackToItsFirstEmailInEvidence() {
    let emails = [
      email(1, id: "a"), email(2, id: "b", answers: "a"), email(3, id: "c", answers: "a b"),
      // What it answers is not in evidence, but what that answered is.
      email(4, id: "e", answers: "c d"), email(5, id: "f", answers: "nowhere"),
      email(6, id: ""),
    ]
    let threads = EmailThreads(emails)
    let firsts = emails.map { threads.first(of: $0)?.text("label") }
    #expect(firsts == [nil, "E-1", "E-1", "E-1", nil, nil])
  }

  @Test func idsThatGoRoundInACircleEnd() {
    let emails = [
      email(1, id: "a", answers: "b"), email(2, id: "b", answers: "a"),
      email(3, id: "c", answers: "c"), email(4, id: "a", answers: "a"),
    ]
    let threads = EmailThreads(emails)
    #expect(threads.first(of: emails[0])?.text("label") == "E-2")
    #expect(threads.first(of: emails[1])?.text("label") == "E-1")
    #expect(threads.first(of: emails[2]) == nil)
    #expect(threads.first(of: emails[3])?.text("label") == "E-2")
  }
}
