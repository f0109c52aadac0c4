import Synchronization
import TerminalKit

/// A progress bar that the task which sends may draw.
final class UploadProgress: Sendable {
  private let bar: Mutex<Held>

  /// The bar, which is touched under the lock only.
  private struct Held: @unchecked Sendable {
    var bar: ProgressBar
  }

  init(_ bar: sending ProgressBar) {
    self.bar = Mutex(Held(bar: bar))
  }

  func update(_ bytes: Int64) { bar.withLock { $0.bar.update(Int(bytes)) } }
  func finish() { bar.withLock { $0.bar.finish() } }
  func abandon() { bar.withLock { $0.bar.abandon() } }
}
