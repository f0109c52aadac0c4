import GRDB
import OpenSSLKit
import ParleyDomain

/// The writes of one transaction. Each is decided on what those before it came to, and only what
/// was decided is stored, so a refused write leaves nothing to undo.
struct Batch {
  let db: Database
  let world: World
  let evidence: EvidenceRoom
  let bidKeys: BidKeys
  let cache: DisputeCache
  /// The moment of all writes of the batch.
  let now: Instant
  /// Whether the clock of this directory may be moved.
  let isForDevelopment: Bool
  /// What the batch came to, to be published after COMMIT.
  var changed: [DisputeID: LoadedDispute] = [:]
  /// The place of the last entry.
  var order: Int64
  /// The offset of the clock, where the batch moved it.
  var offset: Int64
  var wrote = false
  /// What has to leave the disk once the batch has committed.
  var erasures: [PendingErasure] = []
  /// Whose keys have to go then.
  var endedBiddings: [BidKeyName] = []
  /// True while a write is being stored: what is thrown then leaves a part of it behind.
  private var isStoring = false

  init(
    db: Database, world: World, evidence: EvidenceRoom, bidKeys: BidKeys, cache: DisputeCache,
    now: Instant,
    isForDevelopment: Bool, order: Int64, offset: Int64
  ) {
    self.db = db
    self.world = world
    self.evidence = evidence
    self.bidKeys = bidKeys
    self.cache = cache
    self.now = now
    self.isForDevelopment = isForDevelopment
    self.order = order
    self.offset = offset
  }

  var registry: Registry { Registry(db, now: now) }

  /// Does one write. A refusal is an answer; what is thrown ends the batch.
  mutating func perform(_ work: Work) throws -> Result<Answer, any Error> {
    do {
      switch work {
      case .change(let change): return .success(try perform(change))
      case .opening(let opening): return .success(try perform(opening))
      case .people(let write): return .success(try perform(write))
      case .fire(let disputes): return .success(try fire(disputes))
      case .advanceClock(let milliseconds, let request):
        return .success(try advance(milliseconds, request))
      case .reads(let reads): return .success(try record(reads))
      case .reading(let reading): return .success(try record(reading))
      case .rereading(let reader): return .success(try readAgain(before: reader))
      }
    } catch let error as DatabaseError {
      throw error
    } catch let fault as JournalFault where fault.isDamage {
      throw fault
    } catch {
      // Decisions are made before anything is stored, so a refusal has nothing to undo.
      if isStoring { throw HalfStored(cause: error) }
      return .failure(error)
    }
  }

  /// Stores what was decided. Whatever is thrown inside ends the batch.
  mutating func store(_ body: (inout Batch) throws -> Void) throws {
    isStoring = true
    try body(&self)
    isStoring = false
    wrote = true
  }

  /// The dispute as this batch has it; nil when there is none.
  func find(_ id: DisputeID) throws -> LoadedDispute? {
    if let changed = changed[id] { return changed }
    if let cached = cache.find(id) { return cached }
    guard let loaded = try LoadedDispute.load(id, from: db) else { return nil }
    cache.publish([loaded])
    return loaded
  }

  private mutating func advance(
    _ milliseconds: Int64, _ request: RequestMark?
  ) throws -> Answer {
    guard isForDevelopment else { throw JournalFault.notForDevelopment }
    if let answered = try recall(request, current: nil) { return answered }
    guard milliseconds > 0 else {
      throw JournalFault.decisionMalformed(reason: "a clock goes forward")
    }
    let (sum, overflow) = offset.addingReportingOverflow(milliseconds)
    guard !overflow else {
      throw JournalFault.decisionMalformed(reason: "the clock cannot go that far")
    }
    let answer = Answer(
      reply: [], dispute: nil, heads: [], now: now, repeated: false, current: nil)
    try store { batch in
      try batch.db.execute(
        sql: "UPDATE settings SET value = ? WHERE key = 'clock_offset'", arguments: [sum])
      try batch.remember(request, answer)
      batch.offset = sum
    }
    return answer
  }
}

/// A write failed while it was being stored; its transaction must be rolled back.
struct HalfStored: Error {
  let cause: any Error
}

extension JournalFault {
  var isDamage: Bool {
    if case .damaged = self { true } else { false }
  }
}
