/// Shows how far a transfer has come.
///
/// On a terminal it is one line on standard error that redraws itself, ten times a second at
/// most. Elsewhere, where nobody watches, there is one line at the end. Quiet, there is nothing.
package struct ProgressBar {
  /// What is counted.
  package enum Unit: Hashable, Sendable {
    case bytes
    /// Things, by their plural: "rows".
    case items(String)
  }

  private static let redrawEvery = Duration.milliseconds(100)
  private static let barCells = 20

  private let label: String
  private let total: Int
  private let unit: Unit
  private let terminal: Terminal
  private let isQuiet: Bool
  private let elapsed: () -> Duration
  private let write: (String) -> Void
  private var done = 0
  private var drawnAt: Duration?
  private var isEnded = false

  /// `elapsed` answers the time since some fixed instant; `write` takes what goes to standard
  /// error.
  package init(
    _ label: String, total: Int, unit: Unit = .bytes, terminal: Terminal, quiet: Bool = false,
    elapsed: @escaping () -> Duration = ProgressBar.sinceNow(),
    write: @escaping (String) -> Void = { StandardStream.error.write($0) }
  ) {
    self.label = TerminalText.stripControls(label)
    self.total = max(0, total)
    self.unit = unit
    self.terminal = terminal
    isQuiet = quiet
    self.elapsed = elapsed
    self.write = write
  }

  /// The time since this was called.
  package static func sinceNow() -> () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// Notes how much is done in all, and draws if it is time to.
  package mutating func update(_ done: Int) {
    self.done = min(max(0, done), total)
    guard !isQuiet, !isEnded, terminal.isTerminal(.error) else { return }
    let now = elapsed()
    if let drawnAt, now - drawnAt < Self.redrawEvery { return }
    drawnAt = now
    write("\r\(barLine())\u{1B}[K")
  }

  /// Says that all is done. Does nothing the second time.
  package mutating func finish() {
    done = total
    end("\(label)  \(amount(total))  done")
  }

  /// Says how far it came, where it goes no further. Does nothing the second time.
  package mutating func abandon() {
    end("\(label)  \(amount(done)) of \(amount(total))  stopped")
  }

  private mutating func end(_ line: String) {
    guard !isQuiet, !isEnded else { return }
    isEnded = true
    write(terminal.isTerminal(.error) ? "\r\(barLine())\u{1B}[K\n" : line + "\n")
  }

  private func barLine() -> String {
    let share = total == 0 ? 1 : Double(done) / Double(total)
    let filled = Int(share * Double(Self.barCells))
    let (full, empty) = terminal.isUTF8 ? ("█", "░") : ("#", "-")
    let bar =
      String(repeating: full, count: filled)
      + String(repeating: empty, count: Self.barCells - filled)
    let percent = "\(Int(share * 100))%"
    let tail =
      "  \(amount(total))  \(bar)  " + String(repeating: " ", count: 4 - percent.count) + percent
    // One cell less than the line has: in the last one many terminals wrap.
    let room = max(1, terminal.width - 1 - DisplayWidth.cells(tail))
    let ellipsis = terminal.isUTF8 ? "…" : "..."
    return DisplayWidth.truncated(label, to: room, ellipsis: ellipsis) + tail
  }

  private func amount(_ count: Int) -> String {
    switch unit {
    case .bytes: ByteCount.text(count)
    case .items(let plural): "\(count) \(plural)"
    }
  }
}
