import CNGHTTP2
import GRPCCore

/// One RPC on a client. Belongs to its connection's loop.
final class ClientStream: HTTP2Stream, InboundSource, @unchecked Sendable {
  typealias Part = RPCResponsePart<[UInt8]>

  var queue = InboundQueue<Part>()

  /// The header list being received.
  var head = ResponseHead()

  private var client: ClientConnection
  private let method: MethodDescriptor
  private let requestBytesMax: Int?
  private let compresses: Bool
  private var hasHead = false
  private var isRequestFinished = false
  private let waitsForReady: Bool

  /// What is sent anew when the server has not begun it.
  private var replay = ReplayBuffer()
  private var retries = 0
  private var unsentRetries = 0

  /// The ends of the first connection. Kept apart from it, since the task of the call reads them while
  /// the loop may be sending the call anew on another.
  let remotePeer: String
  let localPeer: String

  /// What a call that is sent anew waits with.
  private let ticket = WaitTicket()

  init(
    connection: ClientConnection, method: MethodDescriptor, options: CallOptions,
    configuration: ClientConfiguration
  ) {
    client = connection
    remotePeer = connection.remotePeer
    localPeer = connection.localPeer
    self.method = method
    requestBytesMax = options.maxRequestMessageBytes
    compresses = options.compression == .gzip
    waitsForReady = options.waitForReady ?? false
    super.init(
      connection: connection, id: 0,
      messageBytesMax: options.maxResponseMessageBytes ?? configuration.messageBytesMax)
  }

  // MARK: Request

  /// Takes parts of the request; `true` when the writer should wait for room.
  ///
  /// Refuses parts after the end of the RPC, parts out of order and oversize messages.
  ///
  /// - Parameter mayCompress: whether messages are compressed, if the call compresses.
  func accept(_ parts: some Sequence<RPCRequestPart<[UInt8]>>, mayCompress: Bool) throws -> Bool {
    for part in parts { try accept(part, mayCompress: mayCompress) }
    return isCongested
  }

  /// The request is complete.
  func finishRequest() {
    guard !isRequestFinished else { return }
    isRequestFinished = true
    if id > 0, !isSuspended { resumeData() }
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
    if isSuspended { client.channel.cancel(ticket) }
    queue.fail(HTTP2Stream.endedError, discardingParts: true)
    client.release(self)
  }

  func taken(_ entry: InboundQueue<Part>.Entry) {
    releaseCredit(entry.credit, readerCaughtUp: queue.isEmpty)
  }

  private func accept(_ part: RPCRequestPart<[UInt8]>, mayCompress: Bool) throws {
    guard !isClosed || isSuspended, !isRequestFinished, !queue.hasEnded else {
      throw HTTP2Stream.endedError
    }
    switch part {
    case .metadata(let metadata):
      guard id == 0, !isSuspended else {
        throw RPCError(code: .internalError, message: "Request metadata was written twice.")
      }
      replay.note(metadata)
      try client.submit(requestHead(metadata), for: self)
    case .message(let message):
      guard id > 0 || isSuspended else {
        throw RPCError(code: .internalError, message: "A message was written before metadata.")
      }
      if let requestBytesMax, message.count > requestBytesMax {
        let text = "The message has \(message.count) bytes, the limit is \(requestBytesMax)."
        throw RPCError(code: .resourceExhausted, message: text)
      }
      if compresses, mayCompress, message.count >= Limits.compressionBytesMin,
        let compressed = loop.gzip.compress(message)
      {
        send(compressed, isCompressed: true)
      } else {
        send(message, isCompressed: false)
      }
    }
  }

  /// Hands a message to HTTP/2, or keeps it until there is a stream again.
  private func send(_ message: [UInt8], isCompressed: Bool) {
    replay.note(message: message, isCompressed: isCompressed)
    if isSuspended {
      if !replay.isWhole { giveUp(Self.error(forReset: H2.refusedStream)) }
      return
    }
    outgoing.append(message: message, isCompressed: isCompressed)
    resumeData()
  }

  // MARK: Sending anew

  /// Whether the call goes on with another stream: the server has not begun it, and says so.
  private func isSentAnew(code: UInt32?, neverLeft: Bool) -> Bool {
    guard code == H2.refusedStream, id > 0, replay.isWhole, replay.metadata != nil, !hasHead,
      !queue.hasEnded
    else { return false }
    if neverLeft {
      unsentRetries += 1
      return unsentRetries <= Limits.unsentRetriesMax
    }
    retries += 1
    return retries == 1
  }

  /// The stream closed before the server began the call; `true` when the call is sent anew.
  func refused(code: UInt32?, neverLeft: Bool) -> Bool {
    guard !isClosed, isSentAnew(code: code, neverLeft: neverLeft) else { return false }
    suspend()
    client.leave(self)
    let channel = client.channel
    loop.executeLater {
      channel.reopen(
        PendingStream(ticket: self.ticket, waitsForReady: self.waitsForReady) { result in
          switch result {
          case .success(let connection): self.begin(anewOn: connection)
          case .failure(let error): self.giveUp(error)
          }
        })
    }
    return true
  }

  private func begin(anewOn connection: ClientConnection) {
    guard isSuspended, !queue.hasEnded, let metadata = replay.metadata else { return }
    client = connection
    super.begin(anewOn: connection)
    framer = MessageFramer(messageBytesMax: framer.messageBytesMax)
    head = ResponseHead()
    connection.adopt(self)
    for message in replay.messages {
      outgoing.append(message: message.bytes, isCompressed: message.isCompressed)
    }
    if !isCongested { wakeWriters(with: .success(())) }
    do {
      try connection.submit(requestHead(metadata), for: self)
    } catch {
      giveUp(Self.error(forReset: H2.refusedStream))
    }
  }

  private func giveUp(_ error: RPCError) {
    fail(error)
    endSuspension()
  }

  private func requestHead(_ metadata: Metadata) -> HeaderBlock {
    var block = HeaderBlock(capacity: 9 + metadata.count)
    block.add(":method", "POST")
    block.add(":scheme", client.tls == nil ? "http" : "https")
    block.add(":path", "/\(method.service.fullyQualifiedService)/\(method.method)".utf8)
    block.add(":authority", client.channel.target.authority.utf8)
    block.add("content-type", "application/grpc")
    block.add("te", "trailers")
    if compresses { block.add("grpc-encoding", "gzip") }
    block.add("grpc-accept-encoding", "identity,gzip")
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
      replay.forget()
      if head.isCompressed { framer.codec = loop.gzip }
      queue.append(.init(part: .metadata(head.metadata)))
      wakeReader()
    }
  }

  /// Bytes of messages arrived.
  func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
    withhold(bytes.count)
    guard !queue.hasEnded else { return releaseCredit() }
    do throws(FramingFault) {
      try framer.consume(bytes) {
        queue.append(.init(part: .message($0.bytes), credit: $0.wireBytes))
      }
    } catch {
      fail(error.error)
      return reset(H2.cancel)
    }
    wakeReader()
    if queue.isEmpty { releaseCredit() }
  }

  /// The server has sent everything.
  func responseEnded() {
    guard !queue.hasEnded else { return }
    if framer.isInsideMessage {
      fail(FramingFault.truncated.error)
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
      return fail(FramingFault.truncated.error)
    }
    queue.append(.init(part: .status(status, metadata)))
    queue.finish()
    wakeReader()
    wakeWriters(with: .failure(HTTP2Stream.endedError))
  }

  private func fail(_ error: RPCError) {
    queue.fail(error, discardingParts: false)
    wakeReader()
    wakeWriters(with: .failure(HTTP2Stream.endedError))
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
