import Dispatch
package import ParleyDomain
import ParleyStore
import Synchronization

/// Where reads are made whose time is not bounded by a small constant (searches, lists over many
/// disputes, long ledgers, exports), off the event loops: a loop that reads for a second answers nobody
/// of all its connections for a second.
///
/// As many run at a time as there are connections for them. Whoever has the fewest running is next, so
/// that many long reads of one person do not stand before the one of another.
final class LongReads: Sendable {
  fileprivate struct Waiting {
    let member: MemberID?
    let place: CheckedContinuation<Void, Never>
  }

  fileprivate struct Book {
    var running: [MemberID?: Int] = [:]
    var count = 0
    var waiting: [Waiting] = []
  }

  private let queue = DispatchQueue(label: "parley.long-reads", attributes: .concurrent)
  private let book = Mutex(Book())
  private let seats: Int

  init(seats: Int = Limits.longReadersMax) {
    self.seats = seats
  }

  /// Makes a read when its turn comes, and answers what it answers. Refuses more at a time than one
  /// person may have.
  func run<Value: Sendable>(
    for member: MemberID?, _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await enter(member)
    defer { leave(member) }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async {
        continuation.resume(
          with: Result { try ReaderLane.$current.withValue(.long) { try work() } })
      }
    }
  }

  /// How many of one person's run or wait.
  func count(of member: MemberID?) -> Int { book.withLock { $0.count(of: member) } }

  private func enter(_ member: MemberID?) async throws {
    let isSeated = try book.withLock { book in
      guard book.count(of: member) < ServiceLimits.longReadsPerMemberMax else {
        throw Refusal.limitReached(
          name: "long_reads_per_member_max",
          maximum: Int64(ServiceLimits.longReadsPerMemberMax))
      }
      return book.seat(member, of: seats)
    }
    guard !isSeated else { return }
    await withCheckedContinuation { place in
      let isFree = book.withLock { book in
        if book.seat(member, of: seats) { return true }
        book.waiting.append(Waiting(member: member, place: place))
        return false
      }
      if isFree { place.resume() }
    }
  }

  private func leave(_ member: MemberID?) {
    let next = book.withLock { book in
      book.rise(member)
      return book.next(of: seats)
    }
    next?.resume()
  }
}

extension LongReads.Book {
  fileprivate func count(of member: MemberID?) -> Int {
    running[member, default: 0] + waiting.count { $0.member == member }
  }

  /// Seats one more where there is room.
  fileprivate mutating func seat(_ member: MemberID?, of seats: Int) -> Bool {
    guard count < seats else { return false }
    count += 1
    running[member, default: 0] += 1
    return true
  }

  fileprivate mutating func rise(_ member: MemberID?) {
    count -= 1
    let left = running[member, default: 1] - 1
    running[member] = left > 0 ? left : nil
  }

  /// Seats whoever waits and has the fewest running; who came first, among equals.
  fileprivate mutating func next(of seats: Int) -> CheckedContinuation<Void, Never>? {
    let fewest = waiting.indices.min {
      (running[waiting[$0].member, default: 0], $0)
        < (running[waiting[$1].member, default: 0], $1)
    }
    guard let fewest, seat(waiting[fewest].member, of: seats) else { return nil }
    return waiting.remove(at: fewest).place
  }
}

extension Registrar {
  /// Makes a read of any length for a caller, off the loop; see ``LongReads``.
  package func longRead<Value: Sendable>(
    for caller: Caller?, _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await longReads.run(for: caller?.actor.member, work)
  }

  /// Whether what is asked of a dispute is reckoned in an instant: few payments and charges, few
  /// exhibits. False for one that is not there, or that takes a look-up.
  package func isShort(_ id: DisputeID) -> Bool {
    guard let dispute = journal.held(id)?.dispute else { return false }
    return isShort(dispute)
  }

  func isShort(_ dispute: Dispute) -> Bool {
    dispute.caseFile.payments.count + dispute.caseFile.charges.count
      <= ServiceLimits.shortLedgerFactsMax
      && dispute.records.values.reduce(0) { $0 + $1.exhibits.count }
        <= ServiceLimits.shortRecordExhibitsMax
  }
}
