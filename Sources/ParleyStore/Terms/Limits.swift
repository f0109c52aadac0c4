/// The limits of storage, each with its reason.
package enum Limits {
  /// Writes in one transaction: enough to share one fdatasync, few enough to answer in time.
  package static let batchWritesMax = 128
  /// Rows of one page of any list; a longer one would hold a read snapshot too long.
  package static let pageRowsMax = 200
  /// Connections for short reads: these take microseconds, so a few serve all loops.
  package static let shortReaders = 4
  /// Connections for reads of any length, and how many of those are made at a time: each keeps a
  /// processor busy, and the loops need theirs.
  package static let longReadersMax = 3
  /// Disputes held in memory: the newest and as many again of the generation before.
  package static let cachedDisputesMax = 4096
  /// Transactions after which the write-ahead log is copied back: 4 to 16 MiB of log as they are
  /// written, so that a start after a crash has little to go through.
  package static let checkpointBatches = 256
  /// Days a request is remembered.
  package static let requestDaysMax = 14
  /// Days it is kept who read what is confided: three years, in which a breach of confidence comes
  /// to light and is sued for. Older reads are forgotten.
  package static let readsKeptDays = 1095
  /// Minutes in which reads of the same by the same person and way are one: what a program that asks
  /// again and again adds is so bounded.
  package static let readsMergedMinutes = 10
  /// Reads remembered in memory as recorded, so that they are not written again.
  package static let readsRememberedMax = 4096
  /// Deadlines that may fire in a row on one dispute before the writer calls it unending.
  package static let deadlinesInARowMax = 1000
  /// Bytes of one piece of an upload or download.
  package static let chunkBytesMax = 256 * 1024
  /// Bytes of an upload between two fsyncs: what a power failure can cost a resumed upload.
  package static let uploadSyncBytes: Int64 = 16 * 1024 * 1024
  /// Relationships on register for one neutral: all of them are looked at when one is nominated.
  package static let relationsPerMemberMax = 200
  /// Contracts on register for one organization: more than a brokerage makes in its life, and little
  /// enough that nobody fills the disk with them.
  package static let contractsPerOrganizationMax = 100_000
  /// Draws of a dispute id before giving up; one taken id in a row of 16 would need a full register.
  package static let idDrawsMax = 16
}
