import GRDB
package import OpenSSLKit
package import ParleyDomain

/// The docket of all disputes and the registers beside it, in one SQLite database.
///
/// One connection writes, in the order of a queue; several read. A write is answered only once the
/// transaction that holds it is on disk: it survives a crash and a power failure, and a repeat with
/// the same request id gets the same answer. A write that was not answered is there whole or not at
/// all.
package final class Journal: Sendable {
  package let directory: DataDirectory
  /// What page and resume tokens are sealed with. Outlives every signing key.
  package let tokenKey: [UInt8]
  package let evidence: EvidenceRoom
  package let bidKeys: BidKeys
  package let feed: WatchFeed
  let world: World
  let writer: DatabaseQueue
  let readers: ReaderPool
  let cache = DisputeCache()
  let queue = WriteQueue()
  let clock: JournalClock
  let log = LogGrowth()
  let unfinished = UnfinishedErasures()
  let inUse: SigningKeyInUse
  let readsRecorded = RecordedReads()
  let onFatal: @Sendable (JournalFault) -> Void

  /// Opens the journal of a directory: brings the schema up to date, with the derived tables computed anew
  /// where an earlier build left them without what this one keeps there, and checks the settings that
  /// durability rests on. The chains are not verified here; see ``verifyAll()``.
  ///
  /// Refuses a schema newer than this build, and a connection that does not hold WAL and FULL.
  /// `onFatal` is called once, when the writer has stopped for good after a failure: the process
  /// should then end.
  package init(
    _ directory: DataDirectory, world: World, readerCount: Int = Limits.shortReaders,
    onFatal: @escaping @Sendable (JournalFault) -> Void
  ) throws {
    let writer = try DatabaseQueue(
      path: directory.databasePath, configuration: ConnectionSettings.writer())
    try writer.inDatabase(ConnectionSettings.check)
    let found = try Schema.prepare(writer)
    // The database file is new here once: its name must be durable before the first commit counts.
    try FileSystem.sync(directory: directory.path)
    let start = try writer.read { db in
      (
        offset: try Self.setting("clock_offset", db), last: try Self.setting("last_committed", db),
        order: try Registry(db, now: Instant(milliseconds: 0)).lastOrder(),
        key: try Registry(db, now: Instant(milliseconds: 0)).signingKeyID()
      )
    }
    self.directory = directory
    self.world = world
    self.writer = writer
    self.onFatal = onFatal
    let key = try SigningKeyFile.settle(in: directory.path, registered: start.key)
    try writer.write { db in try Self.record(key, now: world.wallClock(), db) }
    inUse = SigningKeyInUse(key)
    tokenKey = try TokenKeyFile.settle(in: directory.path, signingKey: key)
    evidence = try EvidenceRoom(directory)
    bidKeys = BidKeys(directory)
    try Self.finishErasures(in: evidence, writer)
    feed = WatchFeed(last: start.order)
    readers = try ReaderPool(
      path: directory.databasePath, shortCount: readerCount, longCount: Limits.longReadersMax)
    clock = JournalClock(wall: world.wallClock, offset: start.offset, lastCommitted: start.last)
    try destroyLeftKeys()
    if (1..<Schema.derivedSince).contains(found) { try rebuildAtOnce() }
  }

  /// Signs receipts; see ``ChainHead/signed(with:)``. Another one after a rotation.
  package var signingKey: Ed25519SigningKey { inUse.current }

  /// The time the journal goes by: the wall clock with the offset of a development directory, and
  /// never before the last commit.
  package var now: Instant { clock.now }

  /// How far a development directory's clock was moved, in milliseconds.
  package var clockOffset: Int64 { clock.offset }

  /// Looks things up, all as of one moment, by the connections of ``ReaderLane/current``. Blocks for the
  /// time of the look-ups: keep it short but on the long lane.
  package func read<Value>(_ body: (Registry) throws -> Value) throws -> Value {
    let now = now
    return try readers.read { db in try body(Registry(db, now: now)) }
  }

  /// The dispute as last committed, from memory where it is there. Throws `Refusal.notFound` for a
  /// missing one.
  package func dispute(_ id: DisputeID) throws -> DocketedDispute {
    if let cached = cache.find(id) { return cached.docketed }
    let ticket = cache.beginLoading(id)
    var found: LoadedDispute?
    defer { cache.endLoading(id, ticket: ticket, found: found) }
    found = try readers.read { db in try LoadedDispute.load(id, from: db) }
    guard let found else { throw Refusal.notFound }
    return found.docketed
  }

  /// The same where it is in memory; nil where it takes a look-up, or does not exist.
  package func held(_ id: DisputeID) -> DocketedDispute? { cache.find(id)?.docketed }

  /// When the next deadline of any dispute falls due; nil when none runs.
  package func nextDueAt() throws -> Instant? {
    try readers.read { db in
      try Int64.fetchOne(db, sql: "SELECT min(wakes) FROM disputes WHERE wakes IS NOT NULL")
    }.map(Instant.init(milliseconds:))
  }

  /// Ends in good order: what waits is written, later writes get ``JournalFault/stopped``, watchers
  /// are told, and the write-ahead log is copied back. A repeat does nothing. The writer holds on to
  /// nothing afterwards: once its last owner lets go, the directory is free to be opened again.
  package func close() async {
    let (first, _) = queue.stop(.stopped, droppingWaiting: false)
    guard first else { return }
    await withCheckedContinuation { done in
      writer.asyncWriteWithoutTransaction { db in
        self.drain(db)
        self.finishErasures(db)
        self.feed.close()
        // A reader may hold it up, or the disk may be full; the log then stays for the next start.
        _ = try? db.checkpoint(.truncate)
        done.resume()
      }
    }
    // The writer lets the work above, and the journal that it names, go before it begins another.
    await withCheckedContinuation { done in
      writer.asyncWriteWithoutTransaction { _ in done.resume() }
    }
  }

  private static func setting(_ key: String, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT value FROM settings WHERE key = ?", arguments: [key]) ?? 0
  }
}
