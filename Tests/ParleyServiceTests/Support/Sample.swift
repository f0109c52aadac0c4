import Foundation
import OpenSSLKit
import ParleyDomain
import ParleyService
import Testing

/// Invented content for the tests.
enum Sample {
  /// A request under a fresh id, or under a given one with given content.
  static func request(
    _ id: String = UUID().uuidString.lowercased(), content: String = "content"
  ) -> Repeatability {
    Repeatability(
      requestID: id, content: SHA256.hash(content.utf8), fields: ["content": content])
  }

  static func opening() throws -> DisputeOpening {
    let today = Zone.utc.date(at: SystemClock.now())
    let euro = try #require(Currency(code: "EUR"))
    return DisputeOpening(
      debtorKind: .business, collectorKind: .firstParty, jurisdiction: "PT",
      contractForm: .writtenSigned, contractType: .brokerage, clauses: [],
      items: [
        ClaimItem(
          number: 1, issued: today.adding(days: -60), due: today.adding(days: -30),
          amount: Money(minorUnits: 540_000, currency: euro))
      ],
      limitation: today.adding(days: 900))
  }

  /// The words a draft must have.
  static var words: [Word] {
    let paths = (try? Command.createDispute(opening()).wordPaths.filter(\.isRequired)) ?? []
    return paths.map { Word($0.path, "Text") } + [
      Word("respondent.email", "due@client.example"), Word("limitation.source", "Text"),
    ]
  }
}
