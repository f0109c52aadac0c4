import Dispatch
import GRDB
import Synchronization

/// Connections that read and never write. Each serves one reader at a time; they are taken in turn.
final class ReaderPool: Sendable {
  private let connections: [DatabaseQueue]
  private let turn = Atomic<Int>(0)

  init(path: String, count: Int) throws {
    connections = try (0..<max(count, 1)).map { number in
      try DatabaseQueue(path: path, configuration: ConnectionSettings.reader(number))
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let turn = turn.wrappingAdd(1, ordering: .relaxed).newValue
    return try connections[Int(UInt(bitPattern: turn) % UInt(connections.count))].read(body)
  }

  func close() throws {
    for connection in connections { try connection.close() }
  }
}
