/// Who may import what, beyond what the package manifest refuses already.
enum ImportRule {
  /// Modules only these targets may import.
  static let reserved: [String: Set<String>] = [
    "ParleyWire": ["ParleyRPC", "ParleyRPCTests", "ParleyClient", "ParleyClientTests"],
    "JournalWire": ["ParleyStore", "ParleyStoreTests"],
    "GRDB": ["ParleyStore", "ParleyStoreTests"],
  ]

  /// The networking stack that is not used here, and the cryptography that comes with it.
  static let unwanted = ["NIO", "GRPCNIO", "Crypto", "_NIO", "_Crypto"]

  /// The one place that stack is for: a package of its own, measured beside our transport.
  static let besideUs = "Tests/NIOTransport/"

  static func check(_ files: [SourceFile]) throws -> [Violation] {
    try files.flatMap { file in
      try imports(of: file).compactMap { found in
        if !file.path.hasPrefix(besideUs),
          unwanted.contains(where: { found.module.hasPrefix($0) })
        {
          return Violation(file.path, line: found.line, "\(found.module) is not used here")
        }
        guard let allowed = reserved[found.module], !allowed.contains(file.target) else {
          return nil
        }
        return Violation(file.path, line: found.line, "may not import \(found.module)")
      }
    }
  }

  /// The modules a file imports.
  static func imports(of file: SourceFile) throws -> [(module: String, line: Int)] {
    let expression = try Regex(
      #"^\s*(?:@[\w()]+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"#
        + #"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)"#,
      as: (Substring, Substring).self)
    return file.codeLines.enumerated().compactMap { index, line in
      line.firstMatch(of: expression).map { (String($0.output.1), index + 1) }
    }
  }
}
