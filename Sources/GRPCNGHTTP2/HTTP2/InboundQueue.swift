import GRPCCore

/// The parts of a stream that were received and not yet taken, and the task waiting for the next.
struct InboundQueue<Part: Sendable> {
  /// One part, what it holds until it is taken, and how it came.
  struct Entry {
    var part: Part
    /// Bytes of flow control it gives back when taken.
    var credit = 0
    /// Bytes of memory it holds.
    var weight = 0
    var wasCompressed = false
  }

  /// What a reader gets.
  enum Taken {
    case entry(Entry)
    case finished
    case failed(RPCError)
  }

  typealias Continuation = CheckedContinuation<Part?, any Error>

  private var entries: [Entry] = []
  private var first = 0
  private var end: Taken?

  /// Bytes of memory the waiting parts hold.
  private(set) var heldBytes = 0
  private(set) var waiter: (continuation: Continuation, ticket: WaitTicket)?

  /// Whether nothing waits to be taken.
  var isEmpty: Bool { first == entries.count }

  /// How many parts wait to be taken.
  var count: Int { entries.count - first }

  /// Whether the end or a failure is known.
  var hasEnded: Bool { end != nil }

  /// Adds a part; dropped when the queue has ended.
  mutating func append(_ entry: Entry) {
    guard end == nil else { return }
    heldBytes += entry.weight
    entries.append(entry)
  }

  /// No more parts will come. Only the first of several ends counts.
  mutating func finish() {
    if end == nil { end = .finished }
  }

  /// Ends with an error, after the parts already there or instead of them.
  mutating func fail(_ error: RPCError, discardingParts: Bool) {
    if discardingParts {
      entries = []
      first = 0
      heldBytes = 0
    }
    if end == nil { end = .failed(error) }
  }

  /// The next part or the end; `nil` when the reader has to wait.
  mutating func take() -> Taken? {
    guard first < entries.count else { return end }
    let entry = entries[first]
    heldBytes -= entry.weight
    first += 1
    if first == entries.count {
      entries.removeAll(keepingCapacity: true)
      first = 0
    }
    return .entry(entry)
  }

  mutating func wait(_ continuation: Continuation, _ ticket: WaitTicket) {
    waiter = (continuation, ticket)
  }

  /// Removes and returns the waiting reader.
  mutating func takeWaiter() -> Continuation? {
    defer { waiter = nil }
    return waiter?.continuation
  }
}
