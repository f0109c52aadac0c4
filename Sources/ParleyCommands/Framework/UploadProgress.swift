import Synchronization
import TerminalKit

/// A progress bar that the task which sends may draw.
final class UploadProgress: Sendable {
  private let bar: Mutex<Held>

  /// The bar, which is touched under the lock only.
  private struct Held: @unchecked Sendable {
    var bar: ProgressBar
  }

  /// Makes the bar; `write` takes what goes to standard error, and is called under the lock only.
  init(_ label: String, total: Int64, desk: Desk) {
    let bar = ProgressBar(
      label, total: Int(total), terminal: desk.terminal, quiet: desk.options.quiet,
      write: desk.world.writeError)
    self.bar = Mutex(Held(bar: bar))
  }

  func update(_ bytes: Int64) { bar.withLock { $0.bar.update(Int(bytes)) } }
  func finish() { bar.withLock { $0.bar.finish() } }
  func abandon() { bar.withLock { $0.bar.abandon() } }
}
