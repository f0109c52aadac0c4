import GRDB
package import ParleyDomain

/// What a decision or a reader may look up, all of one moment: on the writer the state that the
/// batch has come to, on a reader one snapshot. Never keep it beyond the call that handed it over.
package struct Registry {
  /// On the writer the moment of the batch; on a reader the moment of reading.
  package let now: Instant
  let db: Database

  init(_ db: Database, now: Instant) {
    self.db = db
    self.now = now
  }
}
