import Testing

@testable import ParleyStore

@Suite struct SearchTextTests {
  @Test func wordsPhrasesAndBeginnings() throws {
    #expect(try SearchText("wet crates").expression == "\"wet\" AND \"crates\"")
    #expect(
      try SearchText("\"bank transfer\" promis*").expression
        == "\"bank transfer\" AND \"promis\" *")
    #expect(try SearchText("\"by trans\"*").expression == "\"by trans\" *")
  }

  @Test(arguments: ["NEAR(a b)", "a OR b", "scope: x", "x^2", "a -b", "(((", "{body}: a", "a + b"])
  func nothingIsAnOperator(text: String) throws {
    guard let parsed = try? SearchText(text) else { return }
    for term in parsed.expression.split(separator: " AND ") {
      #expect(term.hasPrefix("\"") && (term.hasSuffix("\"") || term.hasSuffix("\" *")))
    }
  }

  @Test func whatCannotBeLookedForIsSaid() {
    #expect(throws: SearchText.Fault.nothing) { try SearchText("  ** \"\" !? ") }
    #expect(throws: SearchText.Fault.quoteOpen) { try SearchText("a \"b c") }
    let many = Array(repeating: "w", count: SearchLimits.termsMax + 1).joined(separator: " ")
    #expect(throws: SearchText.Fault.tooManyTerms(maximum: SearchLimits.termsMax)) {
      try SearchText(many)
    }
    let long = String(repeating: "w", count: SearchLimits.textCharactersMax + 1)
    #expect(throws: SearchText.Fault.tooLong(maximum: SearchLimits.textCharactersMax)) {
      try SearchText(long)
    }
  }
}
