import DocketChain
import GRDB
import OpenSSLKit
import ParleyDomain

/// Reads entries as they are stored.
enum DocketRows {
  /// All columns of an entry; to be followed by a condition.
  static let select = """
    SELECT journal.commit_order, journal.sequence, journal.previous, journal.header AS header_hash,
      journal.facts AS facts_hash, journal.words AS words_hash, journal.hash,
      chains.dispute, chains.compartment, contents.header_salt, contents.header,
      contents.facts_salt, contents.facts, words.salt AS words_salt, words.bytes AS words
    FROM journal JOIN chains ON chains.id = journal.chain
      JOIN contents ON contents.entry = journal.commit_order
      LEFT JOIN words ON words.entry = journal.commit_order
    """

  /// The entry of a row, decoded.
  static func entry(_ row: Row) throws -> DocketEntry {
    let place = EntryForm.Place(
      dispute: DisputeID(row["dispute"]), compartment: try row.compartment("compartment"),
      sequence: try row.sequence())
    let words = row.hasNull(atIndex: row.count - 1) ? nil : row.bytes("words")
    let form = try EntryForm.decoded(
      header: row.bytes("header"), facts: row.bytes("facts"), words: words, at: place)
    return DocketEntry(
      dispute: place.dispute, order: row["commit_order"], sequence: place.sequence,
      filedAt: form.filedAt, hash: try row.digest("hash"),
      entry: form.entry, wordsErased: words == nil)
  }

  /// The stored form of a row, for proof.
  static func stored(_ row: Row) throws -> StoredEntry {
    let erased = row.hasNull(atIndex: row.count - 1)
    return StoredEntry(
      sequence: try row.sequence(), previous: try row.digest("previous"),
      header: StoredPart(
        commitment: try row.digest("header_hash"),
        opening: .init(bytes: row.bytes("header"), salt: try row.salt("header_salt"))),
      facts: StoredPart(
        commitment: try row.digest("facts_hash"),
        opening: .init(bytes: row.bytes("facts"), salt: try row.salt("facts_salt"))),
      words: StoredPart(
        commitment: try row.digest("words_hash"),
        opening: erased
          ? nil : .init(bytes: row.bytes("words"), salt: try row.salt("words_salt"))),
      hash: try row.digest("hash"))
  }
}

extension Row {
  fileprivate func sequence() throws -> UInt64 {
    guard let sequence = UInt64(exactly: self["sequence"] as Int64) else {
      throw damaged("sequence")
    }
    return sequence
  }
}
