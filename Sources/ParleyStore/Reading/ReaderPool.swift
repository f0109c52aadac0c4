import Dispatch
import GRDB
import Synchronization

/// Connections that read and never write, in two shelves: for reads that are short, and for those of any
/// length. Each serves one reader at a time.
final class ReaderPool: Sendable {
  private let short: Shelf
  private let long: Shelf

  init(path: String, shortCount: Int, longCount: Int) throws {
    short = try Shelf(path: path, numbers: 0..<max(shortCount, 1))
    let first = max(shortCount, 1)
    long = try Shelf(path: path, numbers: first..<first + max(longCount, 1))
  }

  /// Reads by a connection of ``ReaderLane/current``. Blocks until one is free, but on the lane that does
  /// not wait, where it throws ``ReadersBusy``.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    switch ReaderLane.current {
    case .short: try short.read(waits: true, body)
    case .immediate: try short.read(waits: false, body)
    case .long: try long.read(waits: true, body)
    }
  }

  func close() throws {
    try short.close()
    try long.close()
  }
}

extension ReaderPool {
  private final class Shelf: Sendable {
    private let connections: [DatabaseQueue]
    private let free: Mutex<[DatabaseQueue]>
    private let count: DispatchSemaphore

    init(path: String, numbers: Range<Int>) throws {
      connections = try numbers.map { number in
        try DatabaseQueue(path: path, configuration: ConnectionSettings.reader(number))
      }
      free = Mutex(connections)
      // From zero, as a semaphore that is let go of must not stand below where it began.
      count = DispatchSemaphore(value: 0)
      for _ in connections { count.signal() }
    }

    func read<Value>(
      waits: Bool, _ body: (Database) throws -> Value
    ) throws -> Value {
      if waits {
        count.wait()
      } else if count.wait(timeout: .now()) == .timedOut {
        throw ReadersBusy()
      }
      defer { count.signal() }
      // The semaphore counts what is free, so there is one.
      guard let connection = free.withLock({ $0.popLast() }) else { throw ReadersBusy() }
      defer { free.withLock { $0.append(connection) } }
      return try connection.read(body)
    }

    func close() throws {
      for connection in connections { try connection.close() }
    }
  }
}
