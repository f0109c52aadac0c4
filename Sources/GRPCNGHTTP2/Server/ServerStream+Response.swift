import CNGHTTP2
import GRPCCore
import Synchronization

extension ServerStream {
  /// Takes parts of the response from the handler; `true` when it should wait for room before the
  /// next.
  ///
  /// Refuses parts after the end of the RPC and parts out of order.
  func accept(_ parts: some Sequence<RPCResponsePart<[UInt8]>>) throws -> Bool {
    for part in parts { try accept(part) }
    return response == .open && isCongested
  }

  func accept(_ part: RPCResponsePart<[UInt8]>) throws {
    guard response != .complete else { throw HTTP2Stream.endedError }
    switch part {
    case .metadata(let metadata):
      guard response == .idle else {
        throw RPCError(code: .internalError, message: "Response metadata was written twice.")
      }
      if method?.holdsResponse == true {
        heldMetadata = metadata
        response = .held
      } else {
        submitHead(metadata)
      }
    case .message(let message):
      guard response != .idle else {
        throw RPCError(code: .internalError, message: "A message was written before metadata.")
      }
      append(message)
      if response == .open { resumeData() }
    case .status(let status, let metadata):
      finish(status, metadata)
    }
  }

  /// Answers with one message and status OK, all at once.
  func respond(message: [UInt8], trailing: Metadata) {
    append(message)
    trailers =
      trailing.isEmpty ? .ok : .block(Self.trailers(Status(code: .ok, message: ""), trailing))
    submitHead([:])
    response = .complete
    cancelDeadline()
  }

  /// The handler returned. One that sent no status has broken its contract; the client gets one.
  func handlerReturned() {
    if response != .complete {
      finish(Status(code: .unknown, message: "The handler gave no status."), [:])
    }
    cancellation = nil
    task = nil
    queue.fail(HTTP2Stream.endedError, discardingParts: true)
    countHeldBytes()
    releaseCredit()
  }

  /// Ends the RPC from the transport's side: the client gets the status, the handler is cancelled.
  /// Output the client has not taken yet gives way to the status; if it was cut in the middle the
  /// stream is reset instead, as the protocol demands.
  func refuse(_ status: Status, advertisesEncoding: Bool = false) {
    queue.fail(
      RPCError(status: status) ?? HTTP2Stream.endedError, discardingParts: true)
    wakeReader()
    cancelHandler()
    fastMessage = nil
    framer = MessageFramer(messageBytesMax: framer.messageBytesMax)
    releaseCredit()
    guard response != .complete else { return countHeldBytes() }
    if response == .open, !outgoing.isEmpty {
      response = .complete
      outgoing.removeAll()
      reset(H2.cancel)
    } else {
      outgoing.removeAll()
      if response == .held {
        response = .idle
        heldMetadata = nil
      }
      finish(status, [:], advertisesEncoding: advertisesEncoding)
    }
    countHeldBytes()
    wakeWriters(with: .failure(HTTP2Stream.endedError))
  }

  /// Answers a request that is not gRPC, in HTTP's own terms.
  func refuseHTTP(status: StaticString, text: StaticString) {
    guard response == .idle, let session = connection.session else { return }
    response = .complete
    var block = HeaderBlock(capacity: 2)
    block.add(":status", status)
    block.add("content-type", "text/plain; charset=utf-8")
    outgoing.append(plain: text)
    endsWithoutTrailers = true
    var provider = dataProvider
    block.withFields { _ = nghttp2_submit_response(session, id, $0, $1, &provider) }
    connection.markDirty()
  }

  func finish(_ status: Status, _ metadata: Metadata, advertisesEncoding: Bool = false) {
    cancelDeadline()
    let before = response
    response = .complete
    switch before {
    case .idle:
      var block = Self.trailersOnly(status, metadata, advertisesEncoding: advertisesEncoding)
      submit(&block)
    case .held:
      trailers = Self.standardTrailers(status, metadata)
      submitHead(heldMetadata ?? [:])
      response = .complete
      heldMetadata = nil
    case .open:
      trailers = Self.standardTrailers(status, metadata)
      resumeData()
    case .complete:
      break
    }
  }

  private func append(_ message: [UInt8]) {
    let announced = announcesGzip || (response != .open && wouldAnnounceGzip)
    if announced, message.count >= Limits.compressionBytesMin,
      compressesNext.load(ordering: .relaxed),
      let compressed = loop.gzip.compress(message)
    {
      outgoing.append(message: compressed, isCompressed: true)
      announcesGzip = true
    } else {
      outgoing.append(message: message)
    }
    countHeldBytes()
  }

  /// Whether messages of the response may be compressed: the client takes it and the handler, or the
  /// configuration, wants it.
  private var wouldAnnounceGzip: Bool {
    head.acceptsGzip && announcesCompression.load(ordering: .relaxed)
  }

  private func submitHead(_ metadata: Metadata) {
    response = .open
    if !announcesGzip, head.acceptsGzip { announcesGzip = wouldAnnounceGzip }
    guard !isClosed, let session = connection.session else { return }
    var provider = dataProvider
    if metadata.isEmpty {
      let fields = announcesGzip ? StandardFields.gzipHead : StandardFields.head
      fields.withFields { _ = nghttp2_submit_response(session, id, $0, $1, &provider) }
    } else {
      var block = HeaderBlock(capacity: 3 + metadata.count)
      block.add(":status", "200")
      block.add("content-type", "application/grpc")
      if announcesGzip { block.add("grpc-encoding", "gzip") }
      MetadataCodec.append(metadata, to: &block)
      block.withFields { _ = nghttp2_submit_response(session, id, $0, $1, &provider) }
    }
    connection.markDirty()
  }

  private func submit(_ block: inout HeaderBlock) {
    guard !isClosed, let session = connection.session else { return }
    block.withFields { _ = nghttp2_submit_response(session, id, $0, $1, nil) }
    connection.markDirty()
  }

  private static func standardTrailers(_ status: Status, _ metadata: Metadata) -> Trailers {
    if status.code == .ok, status.message.isEmpty, metadata.isEmpty { return .ok }
    return .block(trailers(status, metadata))
  }

  private static func trailers(_ status: Status, _ metadata: Metadata) -> HeaderBlock {
    var block = HeaderBlock(capacity: 2 + metadata.count)
    add(status, metadata, to: &block)
    return block
  }

  private static func trailersOnly(
    _ status: Status, _ metadata: Metadata, advertisesEncoding: Bool
  ) -> HeaderBlock {
    var block = HeaderBlock(capacity: 5 + metadata.count)
    block.add(":status", "200")
    block.add("content-type", "application/grpc")
    if advertisesEncoding { block.add("grpc-accept-encoding", "identity,gzip") }
    add(status, metadata, to: &block)
    return block
  }

  private static func add(_ status: Status, _ metadata: Metadata, to block: inout HeaderBlock) {
    block.add("grpc-status", digits(of: status.code))
    if !status.message.isEmpty { block.add("grpc-message", StatusMessage.encode(status.message)) }
    if !metadata.isEmpty { MetadataCodec.append(metadata, to: &block) }
  }

  private static func digits(of code: Status.Code) -> StaticString {
    switch code.rawValue {
    case 0: "0"
    case 1: "1"
    case 2: "2"
    case 3: "3"
    case 4: "4"
    case 5: "5"
    case 6: "6"
    case 7: "7"
    case 8: "8"
    case 9: "9"
    case 10: "10"
    case 11: "11"
    case 12: "12"
    case 13: "13"
    case 14: "14"
    case 15: "15"
    case 16: "16"
    default: "2"
    }
  }
}
