import ParleyClient
import Synchronization
import TerminalKit

/// Tells how a bundle comes: a bar once its size is known, and a line where it goes on.
final class BundleProgress: Sendable {
  private let held: Mutex<Held>

  /// What is drawn with, which is touched under the lock only.
  private struct Held: @unchecked Sendable {
    let path: String
    let desk: Desk
    var bar: UploadProgress?
  }

  init(_ path: String, desk: Desk) {
    held = Mutex(Held(path: path, desk: desk))
  }

  func note(_ progress: ReceivedBundle.Progress) {
    held.withLock { held in
      switch progress {
      case .bytes(let count, let total):
        let bar = held.bar ?? UploadProgress(held.path, total: total, desk: held.desk)
        held.bar = bar
        bar.update(count)
      case .goesOn(let offset):
        held.desk.note(
          "\(held.path) goes on where it stood, at \(ByteCount.text(Int(offset))).")
      case .beginsAnew:
        held.desk.note("What lay here is no part of the bundle as it is now; it begins anew.")
      }
    }
  }

  func finish(breaks: Int) {
    held.withLock { held in
      held.bar?.finish()
      guard breaks > 0 else { return }
      held.desk.note(
        "The connection broke \(breaks) time\(breaks == 1 ? "" : "s"), and the bundle went on where"
          + " it stood.")
    }
  }

  func abandon() { held.withLock { $0.bar?.abandon() } }
}
