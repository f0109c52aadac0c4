/// A rule that no line may match a pattern.
struct PatternRule {
  /// What is looked at.
  enum Subject {
    /// Code alone: comments and the contents of strings do not count.
    case code
    /// All that is written.
    case everything
  }

  let pattern: String
  let subject: Subject
  let ignoresCase: Bool
  let reason: String

  init(
    _ pattern: String, in subject: Subject, ignoringCase: Bool = false, reason: String
  ) {
    self.pattern = pattern
    self.subject = subject
    ignoresCase = ignoringCase
    self.reason = reason
  }

  func check(_ files: [SourceFile]) throws -> [Violation] {
    var expression = try Regex(pattern)
    if ignoresCase { expression = expression.ignoresCase() }
    var violations: [Violation] = []
    for file in files {
      let lines = subject == .code ? file.codeLines : file.lines
      for (index, line) in lines.enumerated() {
        guard let match = line.firstMatch(of: expression) else { continue }
        let found = line[match.range]
        violations.append(Violation(file.path, line: index + 1, "\(reason): \"\(found)\""))
      }
    }
    return violations
  }
}
