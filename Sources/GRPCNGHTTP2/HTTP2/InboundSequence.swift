/// The received parts of a stream as GRPCCore reads them.
struct InboundSequence<Source: InboundSource>: AsyncSequence, Sendable {
  typealias Element = Source.Part
  typealias Failure = any Error

  struct AsyncIterator: AsyncIteratorProtocol {
    let source: Source

    mutating func next() async throws -> Source.Part? {
      try await source.nextPart()
    }

    mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(any Error) -> Source.Part? {
      try await source.nextPart()
    }
  }

  let source: Source

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source) }
}
