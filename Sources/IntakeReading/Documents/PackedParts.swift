import CArchive
import Glibc

/// The parts of a document that is a zip archive. Only those that are asked for are unfolded, and all of
/// them together to a bound: what else an archive may hold does no harm.
final class PackedParts {
  private let file: InputFile
  private var unfolded: Int64 = 0

  init(_ file: InputFile) {
    self.file = file
  }

  /// One part, while the archive stands at it.
  struct Part {
    let path: String
    fileprivate let archive: OpaquePointer
    fileprivate let parts: PackedParts

    /// Hands over what it unfolds to, piece by piece, until nothing more is wanted.
    func unfold(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
      while true {
        var block: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        let status = archive_read_data_block(archive, &block, &count, &offset)
        if status == ARCHIVE_EOF { return }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
          throw IntakeRefusal(.malformed, "A part of the document is damaged or cut off.")
        }
        parts.unfolded += Int64(count)
        guard parts.unfolded <= Limits.documentUnfoldedBytesMax else {
          throw IntakeRefusal(
            .unfolds,
            "The document unfolds to more than \(Limits.documentUnfoldedBytesMax) bytes.")
        }
        try body(UnsafeRawBufferPointer(start: block, count: count))
      }
    }

    /// All of it where it is short; refuses one that is not.
    func bytes(max: Int) throws -> [UInt8] {
      var bytes: [UInt8] = []
      try unfold { piece in
        guard bytes.count + piece.count <= max else {
          throw IntakeRefusal(.tooLarge, "A part of the document is larger than \(max) bytes.")
        }
        bytes += piece
      }
      return bytes
    }
  }

  /// Goes through the parts by the table at the archive's end.
  func forEach(_ body: (Part) throws -> Void) throws {
    guard let archive = archive_read_new() else {
      throw IntakeRefusal(.failed, "The document cannot be read.")
    }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    guard lseek(file.descriptor, off_t(file.start), SEEK_SET) == off_t(file.start),
      archive_read_open_fd(archive, file.descriptor, Limits.pieceBytes) == ARCHIVE_OK
    else { throw Self.damaged }
    var count = 0
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw Self.damaged }
      count += 1
      guard count <= Limits.archiveEntriesMax else {
        throw IntakeRefusal(
          .tooManyEntries, "The document has more than \(Limits.archiveEntriesMax) parts.")
      }
      guard archive_entry_is_encrypted(entry) == 0 else {
        throw IntakeRefusal(.encrypted, "The document is locked with a password.")
      }
      guard let raw = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry),
        strlen(raw) <= Limits.archivePathBytesMax
      else { continue }
      try body(Part(path: String(cString: raw), archive: archive, parts: self))
    }
  }

  private static var damaged: IntakeRefusal {
    IntakeRefusal(.malformed, "The document is damaged.")
  }
}
