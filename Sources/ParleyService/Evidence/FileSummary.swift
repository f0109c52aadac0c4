import Foundation
import ParleyIntake

/// How the text of a file was taken.
package enum TextSource: String, CaseIterable, Hashable, Sendable, Codable {
  case plain, html, pdf, rtf
  /// Office Open XML.
  case ooxml
  /// OpenDocument.
  case odf
}

/// What is kept of an exhibit's file beside its text: short, and gone with the exhibit's words.
package struct FileSummary: Hashable, Sendable, Codable {
  /// An entry of an archive.
  package struct Entry: Hashable, Sendable, Codable {
    package let path: String
    package let bytes: Int64
    package let isFolder: Bool
  }

  /// What an archive holds: all of it counted, the first entries by name.
  package struct Archive: Hashable, Sendable, Codable {
    package let entryCount: Int
    package let unfoldedBytes: Int64
    package let entries: [Entry]
  }

  /// Headers of an e-mail that say otherwise than was stated when it was filed.
  package let differing: [StatedHeaders.Name]
  package let archive: Archive?
  /// How its text was taken; nil where it has none.
  package let textSource: TextSource?
  /// Of a document in pages: how many it says it has, and how many of those that were read hold no text.
  package let pageCount: Int?
  package let silentPageCount: Int?

  init(
    differing: [StatedHeaders.Name], archive: FileAnswer.Archive?, textSource: TextSource? = nil,
    pageCount: Int? = nil, silentPageCount: Int? = nil
  ) {
    (self.textSource, self.pageCount) = (textSource, pageCount)
    self.silentPageCount = silentPageCount
    self.differing = differing
    self.archive = archive.map { archive in
      Archive(
        entryCount: archive.entries.count, unfoldedBytes: archive.unfoldedBytes,
        entries: archive.entries.prefix(ServiceLimits.archiveEntriesKeptMax).map {
          Entry(
            path: String($0.path.prefix(ServiceLimits.archivePathCharactersMax)),
            bytes: $0.bytes, isFolder: $0.folder)
        })
    }
  }

  /// As it was kept; empty where it cannot be read any more.
  package init(kept text: String) {
    let found = try? JSONDecoder().decode(FileSummary.self, from: Data(text.utf8))
    self = found ?? FileSummary(differing: [], archive: nil)
  }

  func encoded() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
