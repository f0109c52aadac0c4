/// A character by its number, as HTML and XML name it behind `#`.
enum CharacterNumber {
  /// Nil where the digits are none, or no character has that number.
  static func character(_ digits: some StringProtocol, isHex: Bool) -> String? {
    guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
    else { return nil }
    return String(Character(scalar))
  }
}
