import GRDB

extension Journal {
  /// Brings the full text up to what is committed, in the time that writes leave. To be called once
  /// after the start; afterwards every write does it.
  package func catchUpSearch() {
    writer.asyncWriteWithoutTransaction { db in
      self.catchUpSearch(db, isIdle: true)
    }
  }

  /// On the writer, between batches: while nothing waits, until all can be found; under a steady
  /// stream of writes only once the index lags too far behind. A failure costs nothing but time: the
  /// next batch tries again, and what a search does not find yet, it says.
  func catchUpSearch(_ db: Database, isIdle: Bool) {
    do {
      guard try isIdle || isLagging(db) else { return }
      while true {
        var indexed = 0
        try db.inTransaction(.immediate) {
          indexed = try searchIndex(db).catchUp(limit: SearchLimits.chunkEntries)
          return .commit
        }
        guard indexed == SearchLimits.chunkEntries, queue.waitingCount == 0 else { return }
      }
    } catch {
      if case .fatal(let fault) = WriterFailure(error) { stop(fault, failing: []) }
    }
  }

  /// The index on a connection; disputes come from memory where they are there.
  func searchIndex(_ db: Database) -> SearchIndex {
    SearchIndex(db: db) { [cache] id in
      try (cache.find(id) ?? LoadedDispute.load(id, from: db))?.docketed.dispute
    }
  }

  private func isLagging(_ db: Database) throws -> Bool {
    feed.last - (try SearchIndex.reached(db)) > SearchLimits.lagEntriesMax
  }
}
