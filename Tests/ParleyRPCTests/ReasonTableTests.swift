import Foundation
import ParleyDomain
import ParleyRPC
import Testing

struct ReasonTableTests {
  /// The document lies beside the others; where `PARLEY_WRITE_DOCUMENTS` is set, it is written anew.
  @Test func theListOfReasonsIsTheOneOfTheDocuments() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "deploy/docs/reasons.md")
    if ProcessInfo.processInfo.environment["PARLEY_WRITE_DOCUMENTS"] != nil {
      try Data(ReasonTable.markdown.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == ReasonTable.markdown)
  }

  /// Each way of refusing has its row, and no row stands for two.
  @Test func everyReasonThatCanOccurIsInTheDocument() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "deploy/docs/reasons.md"), encoding: .utf8)
    let none = Money.zero(try #require(Currency(code: "EUR")))
    let refusals: [Refusal] = [
      .notFound, .notPermitted(.respond, needs: [.respondent]), .invalid([]),
      .wrongStage(.respond, current: .draft, allowed: [], rule: "T6", earliest: nil, next: nil),
      .amountDiffers(field: "amount", given: none, expected: none, rule: "T5"),
      .conflictUndisclosed([.family], rule: "T12"), .stale, .lost(.acceptOffer, rule: "O2"),
      .requestReused(field: "name"), .alreadyExists(what: "offer"),
      .limitReached(name: "items_max", maximum: 1),
    ]
    let rules = Precondition.allCases.map {
      Refusal.unmet($0, .respond, rule: "T6", earliest: nil, next: nil)
    }
    for refusal in refusals + rules {
      let start = "| `\(refusal.reason.name)` |"
      let rows = text.split(separator: "\n").count { $0.hasPrefix(start) }
      #expect(rows == 1, "\(refusal.reason.name)")
    }
  }

  @Test func everyConditionSaysWhatIsTheMatterAndWhatNext() {
    for condition in Precondition.allCases {
      #expect(condition.sentence.contains(";"), "\(condition): \(condition.sentence)")
      #expect(condition.sentence.hasSuffix("."), "\(condition)")
    }
    #expect(Set(Precondition.allCases.map(\.sentence)).count == Precondition.allCases.count)
  }
}
