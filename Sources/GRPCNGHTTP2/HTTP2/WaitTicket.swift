/// Identifies one suspended read or write, so that cancelling its task finds it. Used on the loop.
final class WaitTicket: @unchecked Sendable {
  /// The task was cancelled, possibly before it began to wait.
  var isCancelled = false
}
