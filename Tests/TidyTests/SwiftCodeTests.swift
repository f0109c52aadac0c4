import Testing

/// The rules are worth no more than the scanner they stand on.
struct SwiftCodeTests {
  @Test(arguments: [
    ("a // b\nc", "a     \nc"),
    ("a /* b /* c */ d */ e", "a                   e"),
    (#"a("b // c", d)"#, #"a("      ", d)"#),
    (#""a\"b" c"#, #""    " c"#),
    (#""a\(b("c"))d" e"#, #"" (b(" ")) " e"#),
    ("#\"a\"b\\(c)\\#(d)\"# e", "#\"         (d)\"# e"),
    ("\"\"\"\na \"b\" \\(c)\n\"\"\" d", "\"\"\"\n       (c)\n\"\"\" d"),
    ("#if a\nb\n#endif", "#if a\nb\n#endif"),
    ("\"a", "\" "),
    ("/* a", "    "),
  ])
  func commentsAndStringsAreBlanked(text: String, expected: String) {
    let blanked = SwiftCode.blanked(text)
    #expect(
      blanked.replacing(" ", with: "") == expected.replacing(" ", with: ""))
    #expect(blanked.utf8.count == text.utf8.count)
    #expect(newlines(blanked) == newlines(text))
  }

  private func newlines(_ text: String) -> [Int] {
    text.utf8.enumerated().filter { $0.element == UInt8(ascii: "\n") }.map(\.offset)
  }

  @Test func functionsAreFoundWithTheirLengths() {
    let text = """
      protocol A {
        func required(a: Int) -> Int
        init(a: Int)
        var b: Int { get }
      }
      struct B: A {
        init(a: Int) { self.init() }
        init<C>(_ c: C, d: () -> Void = { print("}") })
        where C: A {
          d()
        }
        func outer(
          a: [Int] = [1].map { $0 }
        ) async throws -> [Int] {
          func inner() { a() }
          let b = "{{{"
          return inner() // }
        }
        let c = B.init(a: 1)
      }
      """
    let found = FunctionLengthRule.functions(of: SourceFile(path: "A.swift", text: text))
    #expect(
      found == [
        .init(name: "init", line: 7, lineCount: 1), .init(name: "init", line: 8, lineCount: 4),
        .init(name: "outer", line: 12, lineCount: 7), .init(name: "inner", line: 15, lineCount: 1),
      ])
  }
}
