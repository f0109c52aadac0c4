import CLinux
import Glibc
import Synchronization

/// One thread with one epoll instance, which is also a task executor: the task of an RPC prefers the
/// loop of its connection and so runs from bytes to bytes on one thread.
///
/// All `var` properties belong to the loop's thread. Other threads use ``enqueue(_:)``,
/// ``execute(_:)``, ``isCurrent`` and ``stop()``.
final class EventLoop: TaskExecutor, @unchecked Sendable {
  private struct Inbox: Sendable {
    var work: [LoopWork] = []
    var isClosed = false
  }

  private let epoll: Int32
  private let wake: Int32
  private let threadID = Atomic<UInt>(0)
  private let inbox = Mutex(Inbox())

  private var ready: [LoopWork] = []
  private var sources: [Int32: any EventSource] = [:]
  private var dirty: [HTTP2Connection] = []
  private var timers = TimerHeap()
  private var isStopping = false

  /// Monotonic time of this turn in nanoseconds.
  private(set) var now: UInt64 = EventLoop.monotonic()

  /// Scratch space for reading from sockets; valid during one call on the loop's thread.
  let readBuffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: Limits.readBufferBytes, alignment: 64)

  /// Where the frames of one connection are gathered before they are written; valid during one call.
  let writeBuffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: Limits.writeBufferBytes, alignment: 64)

  /// Compresses and expands messages of this loop's streams.
  private(set) lazy var gzip = GzipCodec()

  /// Creates the loop and starts its thread.
  ///
  /// Refuses when the process has no descriptors or threads left.
  init() throws {
    let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    let wake = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard epoll >= 0, wake >= 0 else {
      let code = errno
      if epoll >= 0 { close(epoll) }
      if wake >= 0 { close(wake) }
      throw SystemError(operation: "create event loop", code: code)
    }
    self.epoll = epoll
    self.wake = wake
    control(EPOLL_CTL_ADD, wake, events: EPOLLIN.rawValue)
    try Thread.start { self.run() }
  }

  deinit {
    readBuffer.deallocate()
    writeBuffer.deallocate()
  }

  /// Whether the caller runs on the loop's thread.
  var isCurrent: Bool {
    threadID.load(ordering: .relaxed) == UInt(pthread_self())
  }

  static func monotonic() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  // MARK: Work from any thread

  func enqueue(_ job: consuming ExecutorJob) {
    submit(.job(UnownedJob(job)))
  }

  /// Runs the closure on the loop: at once when called there, otherwise in its next turn. After
  /// ``stop()`` it runs where it is called; by then nothing on the loop is alive.
  func execute(_ closure: @escaping @Sendable () -> Void) {
    if isCurrent { closure() } else { submit(.closure(closure)) }
  }

  /// Runs the closure on the loop, never inside the current call.
  func executeLater(_ closure: @escaping @Sendable () -> Void) {
    submit(.closure(closure))
  }

  /// Ends the thread after the work already handed over. A repeat does nothing.
  func stop() {
    execute { self.isStopping = true }
  }

  private func submit(_ work: LoopWork) {
    if isCurrent {
      ready.append(work)
      return
    }
    let isClosed = inbox.withLock { inbox in
      if inbox.isClosed { return true }
      inbox.work.append(work)
      if inbox.work.count == 1 { signal() }
      return false
    }
    if isClosed { EventLoop.runElsewhere(work) }
  }

  private func signal() {
    var one: UInt64 = 1
    _ = write(wake, &one, 8)
  }

  private static func runElsewhere(_ work: LoopWork) {
    switch work {
    case .job(let job): globalConcurrentExecutor.enqueue(ExecutorJob(job))
    case .closure(let closure): closure()
    }
  }

  // MARK: The loop's own thread

  /// Has the connection flushed at the end of this turn.
  func markDirty(_ connection: HTTP2Connection) {
    if connection.isDirty { return }
    connection.isDirty = true
    dirty.append(connection)
  }

  func add(_ source: any EventSource, descriptor: Int32, events: UInt32) {
    sources[descriptor] = source
    control(EPOLL_CTL_ADD, descriptor, events: events)
  }

  func change(descriptor: Int32, events: UInt32) {
    control(EPOLL_CTL_MOD, descriptor, events: events)
  }

  func remove(descriptor: Int32) {
    guard sources.removeValue(forKey: descriptor) != nil else { return }
    control(EPOLL_CTL_DEL, descriptor, events: 0)
  }

  /// Runs the action on the loop once `delay` nanoseconds have passed.
  @discardableResult
  func schedule(after delay: UInt64, _ action: @escaping () -> Void) -> LoopTimer {
    let (deadline, overflow) = EventLoop.monotonic().addingReportingOverflow(delay)
    let timer = LoopTimer(deadline: overflow ? .max : deadline, action: action)
    timers.insert(timer)
    return timer
  }

  func cancel(_ timer: LoopTimer?) {
    if let timer { timers.cancel(timer) }
  }

  private func control(_ operation: Int32, _ descriptor: Int32, events: UInt32) {
    var event = epoll_event()
    event.events = events
    event.data.fd = descriptor
    epoll_ctl(epoll, operation, descriptor, &event)
  }

  private func run() {
    threadID.store(UInt(pthread_self()), ordering: .relaxed)
    var events = [epoll_event](repeating: epoll_event(), count: Limits.eventsPerTurn)
    while !isStopping {
      let count = epoll_wait(epoll, &events, Int32(events.count), waitMilliseconds())
      now = EventLoop.monotonic()
      if count > 0 {
        for event in events[..<Int(count)] { dispatch(event) }
      }
      while let action = timers.popDue(now: now) { action() }
      runReadyWork()
      flushDirty()
    }
    shutDown()
  }

  private func dispatch(_ event: epoll_event) {
    if event.data.fd == wake {
      var count: UInt64 = 0
      _ = read(wake, &count, 8)
    } else {
      sources[event.data.fd]?.handle(events: event.events)
    }
  }

  private func waitMilliseconds() -> Int32 {
    if !ready.isEmpty || !dirty.isEmpty { return 0 }
    guard let deadline = timers.nextDeadline else { return -1 }
    let now = EventLoop.monotonic()
    if deadline <= now { return 0 }
    return Int32(clamping: (deadline - now) / 1_000_000 + 1)
  }

  private func runReadyWork() {
    var budget = Limits.jobsPerTurn
    while budget > 0 {
      takeInbox()
      if ready.isEmpty { return }
      let batch = ready
      ready = []
      ready.reserveCapacity(batch.count)
      for work in batch {
        switch work {
        case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
        case .closure(let closure): closure()
        }
      }
      budget -= batch.count
    }
  }

  private func takeInbox() {
    let arrived = inbox.withLock { inbox in
      if inbox.work.isEmpty { return [LoopWork]() }
      let work = inbox.work
      inbox.work = []
      return work
    }
    if !arrived.isEmpty { ready.append(contentsOf: arrived) }
  }

  private func flushDirty() {
    if dirty.isEmpty { return }
    let batch = dirty
    dirty.removeAll(keepingCapacity: true)
    for connection in batch {
      connection.isDirty = false
      connection.flush()
    }
  }

  private func shutDown() {
    let rest = inbox.withLock { inbox in
      inbox.isClosed = true
      close(wake)
      close(epoll)
      return inbox.work
    }
    let leftover = ready + rest
    ready = []
    // Their actions hold what belongs to the loop, which holds the loop.
    timers = TimerHeap()
    threadID.store(0, ordering: .relaxed)
    for work in leftover { EventLoop.runElsewhere(work) }
  }
}
