import GRPCCore
import GRPCNGHTTP2

/// A closed loop of unary calls: every worker sends its next call when the last one is answered.
struct Load: Sendable {
  let method: MethodDescriptor
  let metadata: Metadata
  let connections: Int
  /// Workers on each connection.
  let streams: Int
  let seconds: Int
  /// The bytes of a request, by its number from 1 on; nil once there is nothing left to send,
  /// which ends the run early.
  let request: @Sendable (Int) -> [UInt8]?
  /// Whether the reply to the request of a number is the one expected; a wrong one ends the run.
  let accepts: @Sendable (Int, [UInt8]) -> Bool

  /// A reply was not what it must be: a figure that counts it would be worth nothing.
  struct WrongReply: Error, CustomStringConvertible {
    let byteCount: Int
    var description: String { "a reply of \(byteCount) bytes is not the one expected" }
  }

  /// Runs the loop over fresh connections and answers what was counted.
  func run(
    connect: @escaping @Sendable () throws -> NGHTTP2ClientTransport
  ) async throws -> LoadFigures {
    let numbers = Numbers()
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds))
    let start = clock.now
    var latencies: [Int64] = []
    var bytes = 0
    try await withThrowingTaskGroup(of: (latencies: [Int64], bytes: Int).self) { group in
      for _ in 0..<connections {
        let transport = try connect()
        group.addTask {
          try await withGRPCClient(transport: transport) { client in
            try await workers(on: client, numbers: numbers, until: end)
          }
        }
      }
      for try await part in group {
        latencies += part.latencies
        bytes += part.bytes
      }
    }
    return LoadFigures(
      latencies: latencies.sorted(), replyBytes: bytes, elapsed: start.duration(to: clock.now))
  }

  private func workers(
    on client: GRPCClient<NGHTTP2ClientTransport>, numbers: Numbers,
    until end: ContinuousClock.Instant
  ) async throws -> (latencies: [Int64], bytes: Int) {
    try await withThrowingTaskGroup(of: (latencies: [Int64], bytes: Int).self) { group in
      for _ in 0..<streams {
        group.addTask { try await worker(on: client, numbers: numbers, until: end) }
      }
      var all: (latencies: [Int64], bytes: Int) = ([], 0)
      for try await part in group {
        all.latencies += part.latencies
        all.bytes += part.bytes
      }
      return all
    }
  }

  private func worker(
    on client: GRPCClient<NGHTTP2ClientTransport>, numbers: Numbers,
    until end: ContinuousClock.Instant
  ) async throws -> (latencies: [Int64], bytes: Int) {
    let clock = ContinuousClock()
    var latencies: [Int64] = []
    var bytes = 0
    var now = clock.now
    while now < end {
      let number = numbers.next()
      guard let message = request(number) else { break }
      let reply = try await client.unary(
        request: ClientRequest(message: message, metadata: metadata),
        descriptor: method, serializer: RawBytes(), deserializer: RawBytes(),
        options: .defaults
      ) { try $0.message }
      guard accepts(number, reply) else { throw WrongReply(byteCount: reply.count) }
      bytes += reply.count
      let after = clock.now
      latencies.append(Int64((after - now) / .microseconds(1)))
      now = after
    }
    return (latencies, bytes)
  }
}
