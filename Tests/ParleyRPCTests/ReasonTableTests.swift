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

  @Test func everyConditionSaysWhatIsTheMatterAndWhatNext() {
    for condition in Precondition.allCases {
      #expect(condition.sentence.contains(";"), "\(condition): \(condition.sentence)")
      #expect(condition.sentence.hasSuffix("."), "\(condition)")
    }
    #expect(Set(Precondition.allCases.map(\.sentence)).count == Precondition.allCases.count)
  }
}
