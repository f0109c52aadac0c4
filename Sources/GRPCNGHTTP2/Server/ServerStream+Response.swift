import CNGHTTP2
import GRPCCore

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
      if holdsResponse {
        heldMetadata = metadata
        response = .held
      } else {
        submitHead(metadata)
      }
    case .message(let message):
      guard response != .idle else {
        throw RPCError(code: .internalError, message: "A message was written before metadata.")
      }
      outgoing.append(message: message)
      if response == .open { resumeData() }
    case .status(let status, let metadata):
      finish(status, metadata)
    }
  }

  /// The handler returned. One that sent no status has broken its contract; the client gets one.
  func handlerReturned() {
    if response != .complete {
      finish(Status(code: .unknown, message: "The handler gave no status."), [:])
    }
    cancellation = nil
    task = nil
    queue.fail(HTTP2Stream.endedError, discardingParts: true)
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
    guard response != .complete else { return }
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

  private func finish(_ status: Status, _ metadata: Metadata, advertisesEncoding: Bool = false) {
    loop.cancel(deadlineTimer)
    deadlineTimer = nil
    let before = response
    response = .complete
    var block = HeaderBlock(capacity: 4 + metadata.count)
    if before == .idle { Self.addHead(to: &block) }
    if advertisesEncoding { block.add("grpc-accept-encoding", "identity") }
    block.add("grpc-status", Self.digits(of: status.code))
    if !status.message.isEmpty { block.add("grpc-message", StatusMessage.encode(status.message)) }
    if !metadata.isEmpty { MetadataCodec.append(metadata, to: &block) }
    switch before {
    case .idle:
      submit(block, hasBody: false)
    case .held:
      trailers = block
      submitHead(heldMetadata ?? [:])
      response = .complete
      heldMetadata = nil
    case .open:
      trailers = block
      resumeData()
    case .complete:
      break
    }
  }

  private func submitHead(_ metadata: Metadata) {
    response = .open
    var block = HeaderBlock(capacity: 2 + metadata.count)
    Self.addHead(to: &block)
    if !metadata.isEmpty { MetadataCodec.append(metadata, to: &block) }
    submit(block, hasBody: true)
  }

  private func submit(_ block: HeaderBlock, hasBody: Bool) {
    guard !isClosed, let session = connection.session else { return }
    if hasBody {
      var provider = dataProvider
      block.withFields { _ = nghttp2_submit_response(session, id, $0, $1, &provider) }
    } else {
      block.withFields { _ = nghttp2_submit_response(session, id, $0, $1, nil) }
    }
    connection.markDirty()
  }

  private static func addHead(to block: inout HeaderBlock) {
    block.add(":status", "200")
    block.add("content-type", "application/grpc")
  }

  private static func digits(of code: Status.Code) -> StaticString {
    let texts: [StaticString] = [
      "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    ]
    let value = code.rawValue
    return texts.indices.contains(value) ? texts[value] : "2"
  }
}
