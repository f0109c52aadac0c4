/// Names are the words of the trade. These say nothing about what a thing is.
enum NameRule {
  static func check(_ files: [SourceFile]) throws -> [Violation] {
    let empty = try Regex("(?:Manager|Helper|Util|Utils|Utility|Utilities|Impl)(?![a-z])")
    let declaration = try Regex(
      #"\b(?:class|struct|enum|actor|protocol|typealias)\s+(\w+)"#,
      as: (Substring, Substring).self)
    return files.flatMap { file in
      var violations: [Violation] = []
      if file.name.contains(empty) {
        violations.append(Violation(file.path, "the file's name says nothing"))
      }
      for (index, line) in file.codeLines.enumerated() {
        for match in line.matches(of: declaration) where match.output.1.contains(empty) {
          violations.append(
            Violation(file.path, line: index + 1, "\(match.output.1) says nothing"))
        }
      }
      return violations
    }
  }
}
