import ParleyDomain

/// Checks names that people type.
enum NameText {
  /// The name without blanks around it. Refuses an empty one, one above the limit, and control
  /// characters.
  static func check(_ typed: String, field: String) throws -> String {
    let name = typed.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let text = String(name)
    guard !text.isEmpty, text.count <= ServiceLimits.nameCharactersMax,
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw Refusal.invalid([
        FieldProblem(
          field, "Give 1 to \(ServiceLimits.nameCharactersMax) characters without line breaks.")
      ])
    }
    return text
  }

  /// An e-mail address, roughly: one at sign with something on both sides. Whether it arrives only
  /// sending shows.
  static func checkEmail(_ typed: String, field: String) throws -> String {
    let address = try check(typed, field: field).lowercased()
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      !address.contains(where: \.isWhitespace)
    else {
      throw Refusal.invalid([FieldProblem(field, "Give an address like name@firm.example.")])
    }
    return address
  }
}
