/// Something with a file descriptor that an ``EventLoop`` watches. Called on the loop's thread only.
protocol EventSource: AnyObject {
  /// The descriptor became ready.
  ///
  /// - Parameter events: the `EPOLL…` bits reported by the kernel. They may be stale by one turn.
  func handle(events: UInt32)
}
