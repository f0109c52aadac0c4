import Foundation

/// Runs h2load and checks what it counted: it takes any answer with HTTP status 200 for a success, so
/// the bytes must add up as well.
struct H2Load {
  /// Connections, and calls in flight on each.
  typealias Shape = (connections: Int, streams: Int)

  static let shapes: [Shape] = [(1, 1), (8, 10), (16, 32)]

  let program: String
  let folder: URL

  /// Calls a method with an empty message; each answer is a message of the echo's size.
  func call(_ url: String, _ shape: Shape, _ requests: Int) throws -> Double {
    let body = folder.appendingPathComponent("request")
    try Data(count: 5).write(to: body)
    let options = [
      "-d", body.path, "-H", "content-type: application/grpc", "-H", "te: trailers",
    ]
    return try run(options, url, shape, requests, bytes: 5 + EchoService.reply.count)
  }

  /// Fetches a file of the same size.
  func file(_ url: String, _ shape: Shape, _ requests: Int) throws -> Double {
    try run([], url, shape, requests, bytes: 5 + EchoService.reply.count)
  }

  private func run(
    _ options: [String], _ url: String, _ shape: Shape, _ requests: Int, bytes: Int
  ) throws -> Double {
    // One call at a time takes as long as a hundred at once.
    let count = shape == (1, 1) ? max(1_000, requests / 10) : requests
    let shaped = ["-n", "\(count)", "-c", "\(shape.connections)", "-m", "\(shape.streams)"]
    let output = try Tool.run(program, shaped + options + [url])
    guard output.contains("\(count) succeeded, 0 failed, 0 errored, 0 timeout") else {
      throw BenchFailure("not all requests succeeded:\n\(output)")
    }
    guard output.contains("(\(count * bytes)) data") else {
      throw BenchFailure("the answers do not have \(count * bytes) bytes:\n\(output)")
    }
    guard let rate = output.firstMatch(of: /finished in .*?, ([0-9.]+) req\/s/),
      let value = Double(rate.output.1)
    else { throw BenchFailure("h2load named no rate:\n\(output)") }
    return value
  }
}
