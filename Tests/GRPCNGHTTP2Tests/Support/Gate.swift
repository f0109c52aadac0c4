/// Something a test waits for; stays open once opened.
struct Gate: Sendable {
  private let counter = Counter()

  func open() { counter.increment() }

  func wait() async { await counter.reached(1) }
}
