import Glibc
import Synchronization

/// The answer about a document that is sent when reading it cannot come to its end: when it takes longer
/// than it may, or when a library breaks off over it. So what was taken until then is not lost, and it
/// is said why there is no more. A page cannot be interrupted otherwise.
///
/// The process ends with the letter. Only what is allowed in a signal handler is done there: the bytes
/// lie ready, are written and nothing else.
enum LetterInReserve {
  /// Two letters, for lateness and for harm; twice, so that one pair is whole at any moment.
  /// One thread writes and the handler runs on the same.
  private static let places = 4
  private nonisolated(unsafe) static let room = UnsafeMutablePointer<UInt8>.allocate(
    capacity: places * Limits.reserveBytesMax)
  private nonisolated(unsafe) static let counts = UnsafeMutablePointer<Int>.allocate(
    capacity: places)
  /// The first place of the pair that is whole; negative before there is one.
  private static let whole = Atomic<Int>(-1)
  private static let isArmed = Atomic<Bool>(false)

  /// What ends a process in which a library came to harm.
  private static let harms = [SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP]
  /// What the clock of reading sends.
  private static let late = SIGVTALRM
  /// For the handler itself, since the stack may be what ran out.
  private static let stackBytes = 64 << 10

  /// Has a signal come when a document has been read for as long as it may. Until a letter lies ready
  /// that means nothing. False where the platform has no such clock.
  static func startClock() -> Bool {
    signal(late, SIG_IGN)
    // Zero is `SIGEV_SIGNAL`.
    var event = sigevent()
    event.sigev_signo = late
    // The first clock of a process has the number zero, which looks like no pointer.
    var timer: timer_t?
    guard timer_create(CLOCK_MONOTONIC, &event, &timer) == 0 else { return false }
    var time = itimerspec()
    time.it_value.tv_sec = Limits.documentSecondsMax
    return timer_settime(timer, 0, &time, nil) == 0
  }

  /// From now on letters are kept ready. Not in a process that does anything else than read one file:
  /// there harm must be seen as what it is.
  static func arm() {
    isArmed.store(true, ordering: .relaxed)
  }

  /// Puts the letters of this moment in the place of those before.
  static func prepare(late: AnswerValue, harmed: AnswerValue) {
    guard isArmed.load(ordering: .relaxed) else { return }
    let before = whole.load(ordering: .relaxed)
    let next = before == 0 ? 2 : 0
    guard put(late, at: next), put(harmed, at: next + 1) else { return }
    whole.store(next, ordering: .sequentiallyConsistent)
    if before < 0 { beginListening() }
  }

  private static func put(_ answer: AnswerValue, at place: Int) -> Bool {
    let bytes = AnswerLetter.framed(answer.encoded)
    guard bytes.count <= Limits.reserveBytesMax else { return false }
    for (index, byte) in bytes.enumerated() { room[place * Limits.reserveBytesMax + index] = byte }
    counts[place] = bytes.count
    return true
  }

  private static func beginListening() {
    guard let stack = malloc(stackBytes) else { return }
    var place = stack_t(ss_sp: stack, ss_flags: 0, ss_size: stackBytes)
    sigaltstack(&place, nil)
    var action = sigaction()
    action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
    action.__sigaction_handler.sa_handler = { LetterInReserve.send(after: $0) }
    for harm in harms + [late] { sigaction(harm, &action, nil) }
  }

  private static func send(after signal: Int32) {
    let pair = whole.load(ordering: .relaxed)
    guard pair >= 0 else { _exit(70) }
    let place = signal == late ? pair : pair + 1
    let start = room + place * Limits.reserveBytesMax
    var done = 0
    while done < counts[place] {
      let count = write(STDOUT_FILENO, start + done, counts[place] - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      done += count
    }
    _exit(0)
  }
}
