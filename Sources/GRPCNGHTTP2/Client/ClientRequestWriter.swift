import GRPCCore

/// The request of an RPC as GRPCCore writes it. Safe to use from any task.
struct ClientRequestWriter: ClosableRPCWriterProtocol {
  typealias Element = RPCRequestPart<[UInt8]>

  let stream: ClientStream

  func write(_ element: Element) async throws {
    try await write(contentsOf: CollectionOfOne(element))
  }

  func write(contentsOf elements: some Sequence<Element>) async throws {
    let parts = Array(elements)
    let mayCompress = RequestCompression.isEnabled
    let isFull = try await withCheckedThrowingContinuation { continuation in
      stream.loop.execute {
        continuation.resume(with: Result { try stream.accept(parts, mayCompress: mayCompress) })
      }
    }
    if isFull { try await stream.waitForRoom() }
  }

  func finish() async {
    stream.loop.execute { stream.finishRequest() }
  }

  func finish(throwing error: any Error) async {
    stream.loop.execute { stream.failRequest(error) }
  }
}
