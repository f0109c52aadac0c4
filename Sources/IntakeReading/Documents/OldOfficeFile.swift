/// Compound files (MS-CFB), which office programs wrote before 2007, and in which they still put documents
/// that are locked with a password. Nothing of them is read: their formats are a file system in the file.
enum OldOfficeFile {
  static func isOne(_ file: InputFile) throws -> Bool {
    try file.read(at: 0, count: 8) == [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  }

  /// Why it is not read. The directory of the file names what it holds, in sectors wherever they are, so
  /// its beginning and its end are looked through.
  static func refusal(of file: InputFile) throws -> IntakeRefusal {
    let mark = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    let end = max(0, file.byteCount - Int64(Limits.typeSampleBytes))
    for offset in [0, end] {
      let sample = try file.read(at: offset, count: Limits.typeSampleBytes)
      if sample.firstRange(of: mark) != nil {
        return IntakeRefusal(.encrypted, "The document is locked with a password.")
      }
    }
    return IntakeRefusal(
      .formatNotRead,
      "It is kept as office programs did before 2007 (doc, xls, ppt, msg); its text is not searched."
    )
  }
}
