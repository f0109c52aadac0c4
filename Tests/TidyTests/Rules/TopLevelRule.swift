/// Whoever opens the repository sees the same few things, always.
enum TopLevelRule {
  static let expected: Set<String> = [
    "Package.swift", "Sources", "Tests", "protos", "deploy", "README.md", "CHANGELOG.md",
  ]

  /// Made by the build and not kept.
  static let ignored: Set<String> = ["Package.resolved"]

  static func check(_ names: [String]) -> [Violation] {
    names
      .filter { !$0.hasPrefix(".") && !expected.contains($0) && !ignored.contains($0) }
      .map { Violation($0, "has no place at the top") }
  }
}
