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
  /// Signs receipts; see ``ChainHead/signed(with:)``.
  package let signingKey: Ed25519SigningKey
  package let evidence: EvidenceRoom
  package let feed: WatchFeed
  let world: World
  let writer: DatabaseQueue
  let readers: ReaderPool
  let cache: DisputeCache
  let queue: WriteQueue

  /// Opens the journal of a directory: brings the schema up to date, checks the settings durability
  /// rests on, sweeps the uploads, and is then ready to write. The chains are not verified here;
  /// see ``verifyAll()``.
  ///
  /// Refuses a schema newer than this build, and a connection that does not hold WAL and FULL.
  /// `onFatal` is called once, when the writer has stopped for good: the process should then end.
  package init(
    _ directory: DataDirectory, world: World,
    onFatal: @escaping @Sendable (JournalFault) -> Void
  ) throws {
    throw JournalFault.stopped
  }

  /// Writes to one dispute. See ``Change`` for the order of things.
  ///
  /// Throws what its closures throw; `Refusal.notFound` for a dispute that is not there;
  /// `Refusal.requestReused(field:)` for a request id used for something else; a ``JournalFault``.
  /// A repeat of what was done answers the first answer and does nothing.
  package func change(_ change: Change) async throws -> Answer { throw JournalFault.stopped }

  /// Opens a dispute. Throws and repeats as ``change(_:)`` does.
  package func open(_ opening: Opening) async throws -> Answer { throw JournalFault.stopped }

  /// Writes about people alone. Throws and repeats as ``change(_:)`` does.
  package func people(_ write: PeopleWrite) async throws -> Answer { throw JournalFault.stopped }

  /// Fires the deadlines of all disputes that are due; answers how many disputes had any. To be
  /// called regularly. A dispute that cannot be moved on does not hold up the others.
  package func fireDue() async throws -> Int { throw JournalFault.stopped }

  /// Moves the clock of a development directory forward, and answers the new time once every
  /// deadline that came due has fired. Refused elsewhere, and for less than one millisecond.
  package func advanceClock(by milliseconds: Int64) async throws -> Instant {
    throw JournalFault.stopped
  }

  /// The time the journal goes by: the wall clock with the offset of a development directory, and
  /// never before the last commit.
  package var now: Instant { world.wallClock() }

  /// When the next deadline of any dispute falls due; nil when none runs.
  package func nextDueAt() throws -> Instant? { throw JournalFault.stopped }

  /// Looks things up, all as of one moment. Blocks for the time of the look-ups; keep it short.
  package func read<Value>(_ body: (Registry) throws -> Value) throws -> Value {
    throw JournalFault.stopped
  }

  /// The dispute, from memory where it is there. Throws `Refusal.notFound` for a missing one.
  package func dispute(_ id: DisputeID) throws -> DocketedDispute { throw JournalFault.stopped }

  /// Ends writing in good order: what is queued is done, later writes get `stopped`.
  package func close() async {}

  /// Checks all that can be checked from disk: every chain, the heads, that every entry can be
  /// read, the files of evidence, SQLite's own checks. No defects: an empty answer.
  package func verifyAll() throws -> [JournalDefect] { throw JournalFault.stopped }

  /// Computes the derived tables anew from the journal. Nothing else may write meanwhile, so it is
  /// done on the writer.
  package func rebuild() async throws { throw JournalFault.stopped }

  /// The derived tables as text, ordered by key; equal before and after a rebuild.
  package func dumpDerived() throws -> [String] { throw JournalFault.stopped }
}
