/// The limits of storage, each with its reason.
package enum Limits {
  /// Writes in one transaction: enough to share one fdatasync, few enough to answer in time.
  package static let batchWritesMax = 128
  /// Rows of one page of any list; a longer one would hold a read snapshot too long.
  package static let pageRowsMax = 200
  /// Disputes held in memory: the newest and as many again of the generation before.
  package static let cachedDisputesMax = 4096
  /// Pages of the write-ahead log after which it is copied back: 8 MiB of pages of 4 KiB.
  package static let checkpointPages = 2048
  /// Days a request is remembered.
  package static let requestDaysMax = 14
  /// Deadlines that may fire in a row on one dispute before the writer calls it unending.
  package static let deadlinesInARowMax = 1000
  /// Bytes of one evidence file.
  package static let evidenceBytesMax: Int64 = 256 * 1024 * 1024
  /// Bytes of one piece of an upload or download.
  package static let chunkBytesMax = 256 * 1024
  /// Bytes of an upload between two fsyncs: what a power failure can cost a resumed upload.
  package static let uploadSyncBytes: Int64 = 4 * 1024 * 1024
  /// Draws of a dispute id before giving up; one taken id in a row of 16 would need a full register.
  package static let idDrawsMax = 16
}
