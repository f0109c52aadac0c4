import CArchive
import Glibc

/// Lists what an archive holds, and unfolds it into nothing to see how much it is.
struct ArchiveReading {
  /// The types that are listed; documents that are archives inside are not.
  static let types: Set<String> = [
    "application/zip", "application/x-tar", "application/x-7z-compressed", "application/gzip",
    "application/x-gzip", "application/x-bzip2", "application/x-xz", "application/zstd",
  ]
  private static let packers: Set<String> = [
    "application/gzip", "application/x-gzip", "application/x-bzip2", "application/x-xz",
    "application/zstd",
  ]

  private let archive: OpaquePointer
  private let packedBytes: Int64
  private var unfolded: Int64 = 0
  private var entries: [AnswerValue] = []

  /// The answer for an archive. Refuses one that unfolds to too much, names a way out of the folder
  /// it is unpacked in, holds links or devices, is locked, or is damaged: what it holds could not be
  /// told whole.
  static func read(_ file: InputFile, type: String) throws -> AnswerValue {
    guard let archive = archive_read_new() else {
      throw IntakeRefusal(.failed, "The archive cannot be read.")
    }
    defer { archive_read_free(archive) }
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_zstd(archive)
    // By the table at its end, as programs unpack it; what only stands between is not in it.
    archive_read_support_format_zip_seekable(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_7zip(archive)
    if packers.contains(type) { archive_read_support_format_raw(archive) }
    guard lseek(file.descriptor, off_t(file.start), SEEK_SET) == off_t(file.start),
      archive_read_open_fd(archive, file.descriptor, Limits.pieceBytes) == ARCHIVE_OK
    else { throw IntakeRefusal(.notAnArchive, "It cannot be read as an archive.") }
    var reading = ArchiveReading(archive: archive, packedBytes: file.byteCount)
    try reading.list()
    return .fields([
      ("entries", .list(reading.entries)), ("unfoldedBytes", .number(reading.unfolded)),
    ])
  }

  private init(archive: OpaquePointer, packedBytes: Int64) {
    (self.archive, self.packedBytes) = (archive, packedBytes)
  }

  private mutating func list() throws {
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
        throw IntakeRefusal(.malformed, "The archive is damaged.")
      }
      guard entries.count < Limits.archiveEntriesMax else {
        throw IntakeRefusal(
          .tooManyEntries, "The archive holds more than \(Limits.archiveEntriesMax) entries.")
      }
      let path = try Self.path(of: entry)
      let isFolder = try Self.isFolder(entry, path)
      let before = unfolded
      try measure()
      entries.append(
        .fields([
          ("path", .text(path)), ("bytes", .number(unfolded - before)), ("folder", .flag(isFolder)),
        ]))
    }
    guard !entries.isEmpty else { throw IntakeRefusal(.empty, "The archive holds nothing.") }
  }

  /// Unfolds the entry; sizes that an archive states of itself are not believed.
  private mutating func measure() throws {
    while true {
      var block: UnsafeRawPointer?
      var count = 0
      var offset: Int64 = 0
      let status = archive_read_data_block(archive, &block, &count, &offset)
      if status == ARCHIVE_EOF { return }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        throw IntakeRefusal(.malformed, "An entry of the archive is damaged or cut off.")
      }
      unfolded += Int64(count)
      let isBomb =
        unfolded > Limits.archiveRatioFloorBytes
        && unfolded / max(1, packedBytes) > Limits.archiveRatioMax
      guard !isBomb else {
        throw IntakeRefusal(
          .unfolds, "The archive unfolds to more than \(Limits.archiveRatioMax) times its size.")
      }
      guard unfolded <= Limits.archiveBytesMax else {
        throw IntakeRefusal(
          .unfolds, "The archive unfolds to more than \(Limits.archiveBytesMax) bytes.")
      }
    }
  }

  private static func path(of entry: OpaquePointer) throws -> String {
    guard let raw = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else {
      throw IntakeRefusal(.malformed, "An entry of the archive has no name that can be read.")
    }
    guard strlen(raw) <= Limits.archivePathBytesMax else {
      throw IntakeRefusal(
        .malformed, "A path in the archive is longer than \(Limits.archivePathBytesMax) bytes.")
    }
    let path = String(cString: raw)
    let shown = SafeText.line(path, bytesMax: 200)
    let steps = path.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "\\" })
    let hasDrive = path.dropFirst().first == ":"
    guard steps.first?.isEmpty == false, !hasDrive else {
      throw IntakeRefusal(
        .reachesOutside, "The archive names a path from the root of a disk: \(shown).")
    }
    guard !steps.contains("..") else {
      throw IntakeRefusal(
        .reachesOutside, "The archive names a path out of its folder: \(shown).")
    }
    return SafeText.line(path)
  }

  private static func isFolder(_ entry: OpaquePointer, _ path: String) throws -> Bool {
    let shown = SafeText.line(path, bytesMax: 200)
    guard archive_entry_is_encrypted(entry) == 0 else {
      throw IntakeRefusal(.encrypted, "The archive is locked with a password.")
    }
    guard archive_entry_hardlink(entry) == nil else {
      throw IntakeRefusal(.reachesOutside, "The archive holds a link: \(shown).")
    }
    // The kinds of files of stat(2); a format without kinds has 0.
    switch UInt32(archive_entry_filetype(entry)) & 0o170000 {
    case 0o040000: return true
    case 0o100000, 0: return false
    case 0o120000:
      throw IntakeRefusal(.reachesOutside, "The archive holds a link: \(shown).")
    default:
      throw IntakeRefusal(.reachesOutside, "The archive holds a device or a pipe: \(shown).")
    }
  }
}
