package import DocketChain

/// One fault found by verifying the whole journal from disk.
package enum JournalDefect: Hashable, Sendable {
  /// A chain does not verify.
  case chain(ChainID, ChainDefect)
  /// The stored head of a chain is not its last entry.
  case headMismatch(ChainID)
  /// The bytes of an entry verify but cannot be read as one.
  case unreadable(ChainID, sequence: UInt64)
  /// An exhibit's file is missing, or its bytes are not those named.
  case evidence(ChainID, number: Int)
  /// The words of an entry are gone without an erasure on record, or still there in spite of one.
  case erasure(ChainID, sequence: UInt64)
  /// A key that receipts were signed with was not endorsed by the one before it.
  case unendorsedKey(id: String)
  /// The keys do not form one line to the one in use.
  case brokenKeyLine
  /// A bidding is open and its key is gone: its bids can be compared no more.
  case bidKeyMissing(dispute: String, bidding: Int)
  /// The key of a bidding is there that is over, or never was.
  case bidKeyLeft(dispute: String, bidding: Int)
  /// SQLite's own check, one line of it.
  case database(String)
  /// Rows that refer to nothing, by table.
  case dangling(table: String)
}
