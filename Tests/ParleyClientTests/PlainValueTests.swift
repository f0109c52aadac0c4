import Testing

@testable import ParleyClient

@Suite struct PlainValueTests {
  @Test func keepsOrderAndSpelling() throws {
    let text = #"{"b":1.50,"a":[true,null,"x"],"c":{}}"#
    #expect(try JSONReader.read(text).jsonText() == text)
  }

  @Test func readsEscapes() throws {
    let value = try JSONReader.read(#"["\u00e9\n\"\\\/","\ud83d\ude00"]"#)
    #expect(value == .list([.text("é\n\"\\/"), .text("😀")]))
  }

  @Test func escapesControls() {
    #expect(PlainValue.text("\u{1B}[2J\u{9B}").jsonText() == #""\u001b[2J\u009b""#)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "tru", "1 2", "\"\u{1}\"", "+1", ".5", "\"\\x\"", "nul",
  ])
  func refusesWhatIsNotJSON(_ text: String) {
    #expect(throws: JSONReader.Fault.self) { try JSONReader.read(text) }
  }

  @Test func refusesDeepNesting() throws {
    let deepest = JSONReader.depthMax
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONReader.read(nested(deepest))
    #expect(throws: JSONReader.Fault.self) { try JSONReader.read(nested(deepest + 1)) }
  }

  @Test func readsByPath() throws {
    let value = try JSONReader.read(#"{"a":{"b":"x","n":"12","list":[{"c":true}]}}"#)
    #expect(value.text("a.b") == "x")
    #expect(value.integer("a.n") == 12)
    #expect(value.list("a.list").first?.flag("c") == true)
    #expect(value["a.missing"] == nil)
  }

  @Test func indents() {
    let value = PlainValue.fields(["a": .list([.whole(1)]), "b": .fields([:]), "c": nil])
    #expect(value.jsonText(indented: true) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}")
  }
}
