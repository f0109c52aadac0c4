/// Nobody who exists is written to: the people of tests and examples live in `.example`, which
/// RFC 2606 keeps free.
enum AddressRule {
  static func check(_ files: [SourceFile]) throws -> [Violation] {
    let address = try Regex(#"[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}\b"#)
    return files.flatMap { file in
      file.lines.enumerated().flatMap { index, line in
        line.matches(of: address).compactMap { match in
          let found = line[match.range]
          guard !found.lowercased().hasSuffix(".example") else { return nil }
          return Violation(file.path, line: index + 1, "\(found) is not in .example")
        }
      }
    }
  }
}
