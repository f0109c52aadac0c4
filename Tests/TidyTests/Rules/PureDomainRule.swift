/// The rules of the field are pure: the same arguments give the same answer on every machine.
enum PureDomainRule {
  static let target = "ParleyDomain"

  /// What would bring a clock, chance or waiting in.
  static let words = PatternRule(
    #"\bDate\(|\bTask\b|\basync\b|\bawait\b|\.random\(|RandomNumberGenerator|"#
      + #"\b(?:Continuous|Suspending)Clock\b"#,
    in: .code, reason: "the domain has no clock, no chance and does not wait")

  /// It imports nothing: not Foundation, not the system, nothing of ours.
  static func check(_ files: [SourceFile]) throws -> [Violation] {
    let domain = files.filter { $0.path.hasPrefix("Sources/\(target)/") }
    let imports = try domain.flatMap { file in
      try ImportRule.imports(of: file).map {
        Violation(file.path, line: $0.line, "the domain imports \($0.module)")
      }
    }
    return imports + (try words.check(domain))
  }
}
