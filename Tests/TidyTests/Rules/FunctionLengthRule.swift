/// No function is longer than a screen.
enum FunctionLengthRule {
  static let linesMax = 60

  /// Functions that may be longer, as "path:name". Each needs its reason beside it.
  static let allowed: Set<String> = [
    // One statement for each table, in the order of their references.
    "Sources/ParleyStore/Schema/Schema+Derived.swift:createDerived",
    "Sources/ParleyStore/Schema/Schema+Journal.swift:createJournal",
    "Sources/ParleyStore/Schema/Schema+People.swift:createPeople",
  ]

  static func check(_ files: [SourceFile]) -> [Violation] {
    files.flatMap { file in
      functions(of: file).compactMap { function in
        let isAllowed = allowed.contains("\(file.path):\(function.name)")
        guard function.lineCount > linesMax, !isAllowed else { return nil }
        return Violation(
          file.path, line: function.line,
          "\(function.name) has \(function.lineCount) lines, \(linesMax) are allowed")
      }
    }
  }

  struct Function: Equatable {
    let name: String
    /// The line of the keyword, counted from 1.
    let line: Int
    /// From the keyword to the closing brace.
    let lineCount: Int
  }

  /// The functions and initializers that have a body, at any depth.
  static func functions(of file: SourceFile) -> [Function] {
    let tokens = self.tokens(of: file.codeLines)
    return tokens.indices.compactMap { index in
      let isCall = index > 0 && tokens[index - 1].text == "."
      guard ["func", "init"].contains(tokens[index].text), !isCall else { return nil }
      return function(startingAt: index, in: tokens)
    }
  }

  private struct Token {
    let text: Substring
    let line: Int
  }

  /// Words, and single characters that are neither part of a word nor space.
  private static func tokens(of lines: [Substring]) -> [Token] {
    var tokens: [Token] = []
    for (index, line) in lines.enumerated() {
      var rest = line
      while let first = rest.first {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if !word.isEmpty {
          tokens.append(Token(text: word, line: index + 1))
          rest = rest.dropFirst(word.count)
        } else {
          if !first.isWhitespace { tokens.append(Token(text: rest.prefix(1), line: index + 1)) }
          rest = rest.dropFirst()
        }
      }
    }
    return tokens
  }

  /// Words that begin another declaration: where one of them comes first there is no body.
  private static let declarations: Set<Substring> = [
    "func", "init", "var", "let", "static", "subscript", "associatedtype", "typealias", "case",
    "struct", "enum", "class", "actor", "extension", "protocol",
  ]

  private static func function(startingAt start: Int, in tokens: [Token]) -> Function? {
    var nesting = 0
    for index in (start + 1)..<max(start + 1, tokens.count) {
      switch tokens[index].text {
      case "(", "[": nesting += 1
      case ")", "]": nesting -= 1
      case "{" where nesting == 0:
        guard let end = endOfBody(startingAt: index, in: tokens) else { return nil }
        let isFunction = tokens[start].text == "func"
        return Function(
          name: isFunction ? String(tokens[start + 1].text) : "init", line: tokens[start].line,
          lineCount: end - tokens[start].line + 1)
      case "}" where nesting == 0: return nil
      case let text where nesting == 0 && index > start + 1 && declarations.contains(text):
        return nil
      default: break
      }
      if nesting < 0 { return nil }
    }
    return nil
  }

  /// The line of the brace that closes the one at `start`.
  private static func endOfBody(startingAt start: Int, in tokens: [Token]) -> Int? {
    var depth = 0
    for token in tokens[start...] {
      if token.text == "{" { depth += 1 }
      if token.text == "}" { depth -= 1 }
      if depth == 0 { return token.line }
    }
    return nil
  }
}
