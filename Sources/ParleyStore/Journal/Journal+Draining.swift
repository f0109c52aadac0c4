import GRDB
import ParleyDomain

extension Journal {
  /// Writes what waits, batch after batch, until nothing does. Runs on the writer alone.
  func drain(_ db: Database) {
    while true {
      let jobs = queue.take(max: Limits.batchWritesMax)
      guard !jobs.isEmpty else { return }
      run(jobs, db)
      catchUpSearch(db, isIdle: queue.waitingCount == 0)
    }
  }

  /// One transaction, one COMMIT, and only then the answers.
  private func run(_ jobs: [WriteQueue.Job], _ db: Database) {
    do {
      let results = try commit(jobs.map(\.work), db)
      // Whoever erased is told when the words are off the disk.
      finishErasures(db)
      for (job, result) in zip(jobs, results) { job.answer(result) }
    } catch {
      rollBack(db)
      answer(jobs, with: error, db)
    }
    checkpoint(db)
  }

  private func commit(_ works: [Work], _ db: Database) throws -> [Result<Answer, any Error>] {
    let offset = clock.offset
    var batch = Batch(
      db: db, world: world, evidence: evidence, bidKeys: bidKeys, cache: cache, now: clock.now,
      isForDevelopment: directory.isForDevelopment, order: feed.last, offset: offset)
    try db.beginTransaction(.immediate)
    var results: [Result<Answer, any Error>] = []
    for work in works { results.append(try batch.perform(work)) }
    if batch.wrote {
      try batch.forgetOldRequests()
      try batch.forgetOldReads()
      try db.cachedStatement(sql: "UPDATE settings SET value = ? WHERE key = 'last_committed'")
        .execute(arguments: [batch.now.milliseconds])
    }
    try db.commit()
    // From here on it is on disk.
    if batch.wrote { clock.committed(at: batch.now, offset: batch.offset) }
    cache.publish(batch.changed.values)
    unfinished.add(batch.erasures)
    destroyKeys(batch.endedBiddings)
    feed.announce(batch.order)
    return results
  }

  /// What a failed transaction means for those who wait for it.
  private func answer(_ jobs: [WriteQueue.Job], with error: any Error, _ db: Database) {
    switch WriterFailure(error) {
    case .ofOneWrite(let cause):
      if jobs.count == 1 {
        jobs[0].answer(.failure(cause))
      } else {
        // The others may do: each has its own transaction now.
        for job in jobs { run([job], db) }
      }
    case .full:
      for job in jobs { job.answer(.failure(JournalFault.full)) }
    case .fatal(let fault):
      stop(fault, failing: jobs)
    }
  }

  /// After a failed sync the kernel may call lost pages clean, so to try again would be to lie:
  /// nothing is acknowledged any more.
  func stop(_ fault: JournalFault, failing jobs: [WriteQueue.Job]) {
    let (first, dropped) = queue.stop(fault, droppingWaiting: true)
    for job in jobs + dropped { job.answer(.failure(fault)) }
    feed.close()
    if first { onFatal(fault) }
  }

  private func rollBack(_ db: Database) {
    guard db.isInsideTransaction else { return }
    // SQLite has rolled back by itself after most failures; where this fails too, the connection
    // is of no more use, and the failure that led here is what is reported.
    try? db.rollback()
  }

  /// Copies the write-ahead log back between batches, when enough has come together. Passive: it
  /// waits for no reader.
  private func checkpoint(_ db: Database) {
    guard log.grew() >= Limits.checkpointBatches else { return }
    do {
      _ = try db.checkpoint(.passive)
      log.reset()
    } catch {
      if case .fatal(let fault) = WriterFailure(error) { stop(fault, failing: []) }
    }
  }
}
