/// By which connections a read goes, and whether it waits for one.
package enum ReaderLane: Sendable {
  /// Short, and waits for other short ones.
  case short
  /// Short, on a loop that others wait for: throws ``ReadersBusy`` where no connection is free.
  case immediate
  /// Of any length, on connections of its own: whatever it takes, short reads do not wait for it. Not on
  /// a loop.
  case long

  /// How reads of the present task, or thread, go about it.
  @TaskLocal package static var current: ReaderLane = .short
}

/// No connection is free, and the read is one that does not wait.
package struct ReadersBusy: Error {
  package init() {}
}
