import CNGHTTP2
import GRPCCore

/// One RPC on a client. Belongs to its connection's loop.
final class ClientStream: HTTP2Stream, InboundSource, @unchecked Sendable {
  typealias Part = RPCResponsePart<[UInt8]>

  var queue = InboundQueue<Part>()

  /// The header list being received.
  var head = ResponseHead()

  private let client: ClientConnection
  private let method: MethodDescriptor
  private let requestBytesMax: Int?
  private var hasHead = false
  private var isRequestFinished = false

  init(
    connection: ClientConnection, method: MethodDescriptor, messageBytesMax: Int,
    requestBytesMax: Int?
  ) {
    client = connection
    self.method = method
    self.requestBytesMax = requestBytesMax
    super.init(connection: connection, id: 0, messageBytesMax: messageBytesMax)
  }

  var remotePeer: String { connection.peerAddress?.peerName ?? "unknown" }
  var localPeer: String { connection.localAddress?.peerName ?? "unknown" }

  // MARK: Request

  /// Takes a part of the request; `true` when the writer should wait for room.
  ///
  /// Refuses parts after the end of the RPC, parts out of order and oversize messages.
  func accept(_ parts: some Sequence<RPCRequestPart<[UInt8]>>) throws -> Bool {
    for part in parts { try accept(part) }
    return isCongested
  }

  /// The request is complete.
  func finishRequest() {
    guard !isRequestFinished else { return }
    isRequestFinished = true
    if id > 0 { resumeData() }
  }

  /// The request cannot be completed: resets the stream and fails the response.
  func failRequest(_ error: any Error) {
    guard !isRequestFinished else { return }
    isRequestFinished = true
    let failure =
      error as? RPCError ?? RPCError(code: .cancelled, message: "The request was given up.")
    queue.fail(failure, discardingParts: false)
    wakeReader()
    reset(H2.cancel)
  }

  /// The call is over.
  func release() {
    queue.fail(HTTP2Stream.endedError, discardingParts: true)
    client.release(self)
  }

  func taken(credit: Int) {
    releaseCredit(credit, readerCaughtUp: queue.isEmpty)
  }

  private func accept(_ part: RPCRequestPart<[UInt8]>) throws {
    guard !isClosed, !isRequestFinished, !queue.hasEnded else { throw HTTP2Stream.endedError }
    switch part {
    case .metadata(let metadata):
      guard id == 0 else {
        throw RPCError(code: .internalError, message: "Request metadata was written twice.")
      }
      try client.submit(requestHead(metadata), for: self)
    case .message(let message):
      guard id > 0 else {
        throw RPCError(code: .internalError, message: "A message was written before metadata.")
      }
      if let requestBytesMax, message.count > requestBytesMax {
        let text = "The message has \(message.count) bytes, the limit is \(requestBytesMax)."
        throw RPCError(code: .resourceExhausted, message: text)
      }
      outgoing.append(message: message)
      resumeData()
    }
  }

  private func requestHead(_ metadata: Metadata) -> HeaderBlock {
    var block = HeaderBlock(capacity: 7 + metadata.count)
    block.add(":method", "POST")
    block.add(":scheme", client.tls == nil ? "http" : "https")
    block.add(":path", "/\(method.service.fullyQualifiedService)/\(method.method)".utf8)
    block.add(":authority", client.channel.target.authority.utf8)
    block.add("content-type", "application/grpc")
    block.add("te", "trailers")
    block.add("user-agent", "grpc-swift-nghttp2/1.0")
    MetadataCodec.append(metadata, to: &block)
    return block
  }

  override var isBodyComplete: Bool { isRequestFinished }

  // MARK: Response

  /// A header list is complete.
  func headersComplete(isLast: Bool) {
    if hasHead {
      if isLast { deliver(head.status, head.metadata) }
    } else if head.isInformational {
      return
    } else if let refusal = head.refusal {
      deliver(refusal, head.metadata)
      reset(H2.cancel)
    } else if isLast {
      deliver(head.status, head.metadata)
    } else {
      hasHead = true
      queue.append(.metadata(head.metadata), credit: 0)
      wakeReader()
    }
  }

  /// Bytes of messages arrived.
  func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
    withhold(bytes.count)
    guard !queue.hasEnded else { return releaseCredit() }
    do throws(FramingFault) {
      try framer.consume(bytes) { queue.append(.message($0), credit: $0.count + 5) }
    } catch {
      fail(Self.error(for: error))
      return reset(H2.cancel)
    }
    wakeReader()
    if queue.isEmpty { releaseCredit() }
  }

  /// The server has sent everything.
  func responseEnded() {
    guard !queue.hasEnded else { return }
    if framer.isInsideMessage {
      fail(Self.error(for: .truncated))
    } else {
      fail(RPCError(code: .internalError, message: "The response ended without trailers."))
    }
  }

  override func ended(code: UInt32?, fault: ConnectionFault?) {
    guard !queue.hasEnded else { return }
    if let code {
      fail(Self.error(forReset: code))
    } else {
      let reason = fault.map { "\($0)" } ?? "the connection was lost"
      fail(RPCError(code: .unavailable, message: "The connection was lost: \(reason)."))
    }
  }

  private func deliver(_ status: Status, _ metadata: Metadata) {
    if framer.isInsideMessage, status.code == .ok {
      return fail(Self.error(for: .truncated))
    }
    queue.append(.status(status, metadata), credit: 0)
    queue.finish()
    wakeReader()
    wakeWriters(with: .failure(HTTP2Stream.endedError))
  }

  private func fail(_ error: RPCError) {
    queue.fail(error, discardingParts: false)
    wakeReader()
    wakeWriters(with: .failure(HTTP2Stream.endedError))
  }

  private static func error(for fault: FramingFault) -> RPCError {
    switch fault {
    case .unknownFlag:
      RPCError(code: .internalError, message: "A message begins with an unknown flag.")
    case .unexpectedCompression:
      RPCError(
        code: .internalError, message: "A message is compressed although none was announced.")
    case .tooLarge(let length, let limit):
      RPCError(
        code: .resourceExhausted,
        message: "The message has \(length) bytes, the limit is \(limit).")
    case .truncated:
      RPCError(code: .internalError, message: "The response ended inside a message.")
    }
  }

  private static func error(forReset code: UInt32) -> RPCError {
    let text = "The server reset the stream (HTTP/2 error \(code))."
    switch code {
    case H2.refusedStream: return RPCError(code: .unavailable, message: text)
    case H2.cancel: return RPCError(code: .cancelled, message: text)
    case H2.enhanceYourCalm: return RPCError(code: .resourceExhausted, message: text)
    case H2.inadequateSecurity: return RPCError(code: .permissionDenied, message: text)
    default: return RPCError(code: .internalError, message: text)
    }
  }
}
