/// A header as it was found in an archive: whatever it claims to be.
struct ReadHeader {
  enum Kind: Hashable {
    case file
    case other(String)
  }

  let path: String
  let kind: Kind
  /// Nil where the field is not eleven octal digits.
  let size: Int64?
  private let bytes: [UInt8]

  /// Nil where the header's sum does not fit: it was changed, or there is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == FileHeader.byteCount, Self.hasItsSum(bytes) else { return nil }
    self.bytes = bytes
    let name = Self.text(bytes[0..<100])
    let prefix = Self.text(bytes[345..<500])
    path = prefix.isEmpty ? name : prefix + "/" + name
    size = Self.octal(bytes[124..<136])
    kind = Self.kind(bytes[156])
  }

  /// Whether it is, to the byte, the header of a file of its path and size.
  var isCanonical: Bool {
    guard let size, BundlePath.isSafe(path) else { return false }
    return bytes == FileHeader(path: path, size: size).bytes
  }

  private static func hasItsSum(_ bytes: [UInt8]) -> Bool {
    let sum = bytes.enumerated().reduce(Int64(0)) { sum, byte in
      sum + Int64((148..<156).contains(byte.offset) ? UInt8(ascii: " ") : byte.element)
    }
    return digits(bytes[148..<156]) == sum
  }

  /// The size: eleven octal digits and a zero byte, as the format has them. The encodings that other
  /// writers use for larger numbers are refused.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int64? {
    guard field.last == 0, field.dropLast().allSatisfy({ (48...55).contains($0) }) else {
      return nil
    }
    return digits(field)
  }

  private static func digits(_ field: ArraySlice<UInt8>) -> Int64? {
    let digits = field.prefix { (48...55).contains($0) }
    guard !digits.isEmpty else { return nil }
    return digits.reduce(Int64(0)) { $0 << 3 | Int64($1 - 48) }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func kind(_ flag: UInt8) -> Kind {
    switch flag {
    case UInt8(ascii: "0"): .file
    case UInt8(ascii: "1"): .other("a hard link")
    case UInt8(ascii: "2"): .other("a symbolic link")
    case UInt8(ascii: "3"), UInt8(ascii: "4"): .other("a device")
    case UInt8(ascii: "5"): .other("a folder")
    case UInt8(ascii: "6"): .other("a pipe")
    default: .other("no plain file")
    }
  }
}
