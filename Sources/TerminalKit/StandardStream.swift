import CLinux
import Glibc

/// One of the three streams every program is started with.
package enum StandardStream: Int32, CaseIterable, Hashable, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// What became of a write.
  package enum WriteOutcome: Equatable, Sendable {
    case written
    /// Nobody reads any more, as after `| head`. To the user that is no failure.
    case readerGone
    /// The system refused, with this errno.
    case failed(errno: Int32)
  }

  /// Writes all of a text.
  @discardableResult
  package func write(_ text: String) -> WriteOutcome {
    Self.write(text, to: rawValue)
  }

  /// Writes all of a text to a descriptor. A program that wants `readerGone` instead of its own
  /// end must have SIGPIPE ignored.
  static func write(_ text: String, to descriptor: Int32) -> WriteOutcome {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno == EPIPE ? .readerGone : .failed(errno: errno)
      }
    }
    return .written
  }
}
