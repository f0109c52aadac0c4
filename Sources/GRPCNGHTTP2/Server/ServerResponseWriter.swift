import GRPCCore

/// The response of an RPC as GRPCCore writes it. Safe to use from any task: off the loop each write
/// hops to it.
struct ServerResponseWriter: ClosableRPCWriterProtocol {
  typealias Element = RPCResponsePart<[UInt8]>

  let stream: ServerStream

  func write(_ element: Element) async throws {
    if stream.loop.isCurrent {
      try stream.accept(element)
      if !(stream.response == .open && stream.isCongested) { return }
    } else if try await !hop([element]) {
      return
    }
    try await stream.waitForRoom()
  }

  func write(contentsOf elements: some Sequence<Element>) async throws {
    let isFull: Bool
    if stream.loop.isCurrent {
      isFull = try stream.accept(elements)
    } else {
      isFull = try await hop(Array(elements))
    }
    if isFull { try await stream.waitForRoom() }
  }

  /// The status already ended the response; there is nothing left to do.
  func finish() async {}

  /// Ends the response with the error's status unless it has one.
  func finish(throwing error: any Error) async {
    let cause = error as? RPCError
    let status = Status(
      code: cause.map { Status.Code($0.code) } ?? .unknown, message: cause?.message ?? "")
    try? await write(.status(status, cause?.metadata ?? [:]))
  }

  private func hop(_ elements: [Element]) async throws -> Bool {
    try await withCheckedThrowingContinuation { continuation in
      stream.loop.execute {
        continuation.resume(with: Result { try stream.accept(elements) })
      }
    }
  }
}
