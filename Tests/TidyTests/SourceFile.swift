/// A text file of the repository.
struct SourceFile: Sendable {
  /// The path from the repository's root.
  let path: String
  let lines: [Substring]
  /// The same lines with comments and the contents of strings blanked; empty for what is not
  /// Swift.
  let codeLines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = Self.split(text)
    codeLines = path.hasSuffix(".swift") ? Self.split(SwiftCode.blanked(text)) : []
  }

  /// Whether a tool wrote it.
  var isGenerated: Bool {
    path.hasSuffix(".pb.swift") || path.hasSuffix(".grpc.swift")
  }

  var isSwift: Bool { path.hasSuffix(".swift") }

  /// The target it belongs to, which is the second part of its path.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// The file's name without its folders and suffix.
  var name: String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.split(separator: ".").first ?? "")
  }

  private static func split(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
