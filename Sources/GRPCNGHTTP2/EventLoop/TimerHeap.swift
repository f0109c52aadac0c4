/// Timers ordered by deadline. Cancelling is cheap: the entry stays until half of the heap is dead,
/// then the heap is rebuilt, so most deadlines (which never fire) cost two pushes and no search.
struct TimerHeap {
  private var heap: [LoopTimer] = []
  private var cancelled = 0

  /// The earliest deadline, counting cancelled entries (an early wake-up is harmless).
  var nextDeadline: UInt64? { heap.first?.deadline }

  /// How many entries the heap holds, dead ones included.
  var count: Int { heap.count }

  mutating func insert(_ timer: LoopTimer) {
    heap.append(timer)
    siftUp(from: heap.count - 1)
  }

  /// Cancels a timer. A repeat, or cancelling one that has run, does nothing.
  mutating func cancel(_ timer: LoopTimer) {
    guard timer.action != nil else { return }
    timer.action = nil
    cancelled += 1
    if cancelled > 64, cancelled * 2 > heap.count { rebuild() }
  }

  /// Removes and returns the action of the earliest timer that is due.
  mutating func popDue(now: UInt64) -> (() -> Void)? {
    while let first = heap.first, first.deadline <= now || first.action == nil {
      removeFirst()
      if let action = first.action {
        first.action = nil
        return action
      }
      cancelled -= 1
    }
    return nil
  }

  private mutating func rebuild() {
    heap.removeAll { $0.action == nil }
    cancelled = 0
    var index = heap.count / 2
    while index > 0 {
      index -= 1
      siftDown(from: index)
    }
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    siftDown(from: 0)
  }

  private mutating func siftUp(from start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      if heap[parent].deadline <= heap[index].deadline { return }
      heap.swapAt(parent, index)
      index = parent
    }
  }

  private mutating func siftDown(from start: Int) {
    var index = start
    while true {
      let left = 2 * index + 1
      guard left < heap.count else { return }
      let right = left + 1
      let least = right < heap.count && heap[right].deadline < heap[left].deadline ? right : left
      if heap[index].deadline <= heap[least].deadline { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
