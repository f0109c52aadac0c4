extension Event {
  /// The stable name of what happened, in capitals: `OFFER_MADE`.
  package var code: String {
    var code = ""
    for character in "\(self)".prefix(while: { $0 != "(" }) {
      if character.isUppercase { code.append("_") }
      code += character.uppercased()
    }
    return code
  }
}
