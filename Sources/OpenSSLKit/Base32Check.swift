/// Short identifiers that can be read over the telephone: Crockford's base32, the last character
/// a Luhn mod 32 check character.
///
/// The canonical form is lower case without hyphens. The check catches every single wrong
/// character and nearly every swap of two neighbours, so that a mistyped one is refused before
/// anything is looked up.
package enum Base32Check {
  /// How many characters an identifier has, the check character included.
  package static let length = 8
  /// How many random bits an identifier carries.
  package static let payloadBits = 35

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  private static let base = 32

  /// Writes the low 35 bits and their check character.
  package static func encode(_ bits: UInt64) -> String {
    var payload: [Int] = []
    for position in (0..<(length - 1)).reversed() {
      payload.append(Int(bits >> UInt64(position * 5) & 31))
    }
    return text(payload + [checkValue(payload)])
  }

  /// Draws a new identifier. Throws when no random bytes can be had.
  package static func random() throws(OpenSSLError) -> String {
    var bits: UInt64 = 0
    for byte in try RandomBytes.make(5) { bits = bits << 8 | UInt64(byte) }
    return encode(bits)
  }

  /// The canonical form of what a person typed: either case, I and L for 1, O for 0, hyphens
  /// anywhere. Answers nil for any other character. Takes any length, since people also type
  /// the beginning only.
  package static func normalise(_ typed: some StringProtocol) -> String? {
    var canonical: [UInt8] = []
    for character in typed.utf8 where character != UInt8(ascii: "-") {
      let lower = (65...90).contains(character) ? character + 32 : character
      switch lower {
      case UInt8(ascii: "i"), UInt8(ascii: "l"): canonical.append(UInt8(ascii: "1"))
      case UInt8(ascii: "o"): canonical.append(UInt8(ascii: "0"))
      default:
        guard alphabet.contains(lower) else { return nil }
        canonical.append(lower)
      }
    }
    return String(decoding: canonical, as: UTF8.self)
  }

  /// Whether this, once normalised, is a whole identifier whose check character fits.
  package static func validate(_ typed: some StringProtocol) -> Bool {
    guard let canonical = normalise(typed), canonical.utf8.count == length else { return false }
    let values = canonical.utf8.compactMap { alphabet.firstIndex(of: $0) }
    return values.last == checkValue(Array(values.dropLast()))
  }

  /// The form for people, `7k3q-m2xw`: a hyphen after every fourth character.
  package static func grouped(_ canonical: some StringProtocol) -> String {
    var shown = ""
    for (position, character) in canonical.enumerated() {
      if position > 0, position.isMultiple(of: 4) { shown.append("-") }
      shown.append(character)
    }
    return shown
  }

  private static func checkValue(_ payload: [Int]) -> Int {
    var sum = 0
    for (distance, value) in payload.reversed().enumerated() {
      let product = distance.isMultiple(of: 2) ? value * 2 : value
      sum += product / base + product % base
    }
    return (base - sum % base) % base
  }

  private static func text(_ values: [Int]) -> String {
    String(decoding: values.map { alphabet[$0] }, as: UTF8.self)
  }
}
