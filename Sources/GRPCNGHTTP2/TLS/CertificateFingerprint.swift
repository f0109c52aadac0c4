/// The SHA-256 of a certificate's DER form.
public struct CertificateFingerprint: Sendable, Hashable, LosslessStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Refuses anything but 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, with or without colons between the bytes, in either case.
  public init?(_ description: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in description where character != ":" {
      guard let digit = character.hexDigitValue, character.isASCII else { return nil }
      if let first = high {
        bytes.append(first << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
    }
    guard high == nil else { return nil }
    self.init(bytes: bytes)
  }

  /// Upper-case pairs with colons, as `openssl x509 -fingerprint -sha256` prints them.
  public var description: String {
    bytes.map { byte in
      let text = String(byte, radix: 16, uppercase: true)
      return text.count == 1 ? "0" + text : text
    }.joined(separator: ":")
  }
}
