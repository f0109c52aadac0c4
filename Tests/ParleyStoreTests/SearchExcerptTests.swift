import Testing

@testable import ParleyStore

@Suite struct SearchExcerptTests {
  private let filler = String(repeating: "freight of crates, unpaid since May. ", count: 2_000)

  private func excerpt(_ looked: String, _ text: String) throws -> String {
    try SearchText(looked).excerpt(of: text)
  }

  @Test(arguments: [
    ("moratorium", "the Moratorium ends", "\u{1}Moratorium\u{2}"),
    ("ação", "pela AÇÃO de cobrança", "\u{1}AÇÃO\u{2}"),
    ("cobranca", "pela ação de cobrança", "\u{1}cobrança\u{2}"),
    ("morat*", "the moratoria end", "\u{1}moratoria\u{2}"),
    ("\"bank transfer\"", "bank, then a bank transfer", "\u{1}bank transfer\u{2}"),
    ("\"by trans\"*", "by rail, by transfer", "\u{1}by transfer\u{2}"),
    ("INV-118", "invoice inv-118 of", "\u{1}inv-118\u{2}"),
  ])
  func thePlaceOfTheFirstHit(looked: String, place: String, marked: String) throws {
    let found = try excerpt(looked, filler + place + " " + filler)
    #expect(found.contains(marked), "\(found)")
    #expect(found.hasPrefix("…") && found.hasSuffix("…"))
    #expect(found.count <= SearchLimits.snippetCharacters + 20)
  }

  @Test func everyHitOfThePlaceIsMarked() throws {
    let found = try excerpt("pier", "pier and Pier, piers " + filler)
    #expect(found.hasPrefix("\u{1}pier\u{2} and \u{1}Pier\u{2}, piers freight"))
  }

  @Test func oneWordForAMillionTimes() throws {
    let found = try excerpt("a", String(repeating: "a ", count: 1_000_000))
    #expect(found.count(where: { $0 == "\u{1}" }) == SearchLimits.snippetCharacters / 2)
  }

  @Test func withoutAHitItIsTheBeginning() throws {
    #expect(try excerpt("nowhere", filler).hasPrefix("freight of crates"))
    #expect(try excerpt("nowhere", "").isEmpty)
  }
}
