/// One pending timer of an ``EventLoop``. Used on the loop's thread only.
final class LoopTimer {
  /// Monotonic time in nanoseconds at which the action runs.
  let deadline: UInt64

  /// What to do; `nil` once run or cancelled.
  var action: (() -> Void)?

  init(deadline: UInt64, action: @escaping () -> Void) {
    self.deadline = deadline
    self.action = action
  }
}
