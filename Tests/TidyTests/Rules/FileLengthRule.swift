/// No file is longer than can be kept in mind.
enum FileLengthRule {
  static let linesMax = 600

  static func check(_ files: [SourceFile]) -> [Violation] {
    files.filter { $0.lines.count > linesMax }
      .map { Violation($0.path, "has \($0.lines.count) lines, \(linesMax) are allowed") }
  }

  /// The longest file and the median length.
  static func summary(_ files: [SourceFile]) -> String {
    let sorted = files.sorted { $0.lines.count < $1.lines.count }
    guard let longest = sorted.last else { return "no files" }
    let median = sorted[sorted.count / 2].lines.count
    return "\(files.count) files, median \(median) lines, longest \(longest.path) with "
      + "\(longest.lines.count)"
  }
}
