/// What stands before each file of a bundle: a header of POSIX `ustar` of which only the path and the
/// size vary. Everything else is fixed, so two archives of the same files are the same bytes, and a
/// header that says anything else was not written here.
package struct FileHeader: Hashable, Sendable {
  package static let byteCount = 512

  package let path: String
  package let size: Int64

  package init(path: String, size: Int64) {
    self.path = path
    self.size = size
  }

  /// The 512 bytes. Path and size are within the limits: ``BundlePath/isSafe(_:)``,
  /// ``BundleLimits/fileBytesMax``.
  package var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.byteCount)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { bytes[offset + index] = byte }
    }
    for (index, byte) in path.utf8.prefix(BundleLimits.pathBytesMax).enumerated() {
      bytes[index] = byte
    }
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(Self.octal(size, digits: 11), at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put("0000000", at: 329)
    put("0000000", at: 337)
    let sum = bytes.reduce(0) { $0 + Int64($1) }
    put(Self.octal(sum, digits: 6), at: 148)
    bytes[154] = 0
    bytes[155] = UInt8(ascii: " ")
    return bytes
  }

  /// Zeros that fill the last block of a file of this size.
  package static func padding(after size: Int64) -> Int {
    Int((Int64(byteCount) - size % Int64(byteCount)) % Int64(byteCount))
  }

  /// What stands at the end of an archive: two blocks of zeros.
  package static let end = [UInt8](repeating: 0, count: 2 * byteCount)

  /// The bytes of an archive with files of these paths and sizes.
  package static func archiveBytes(_ sizes: some Sequence<Int64>) -> Int64 {
    sizes.reduce(Int64(end.count)) {
      $0 + Int64(byteCount) + $1 + Int64(padding(after: $1))
    }
  }

  private static func octal(_ number: Int64, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
