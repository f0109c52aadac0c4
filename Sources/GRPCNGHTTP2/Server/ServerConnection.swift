import CNGHTTP2
import GRPCCore

/// One client's connection to a server. Belongs to its loop.
final class ServerConnection: HTTP2Connection, @unchecked Sendable {
  /// How far shutting down has got.
  private enum Goodbye { case none, noticed, said }

  let worker: ServerWorker
  private var streams: [Int32: ServerStream] = [:]
  private var goodbye = Goodbye.none
  private let remotePeer: String
  private let localPeer: String

  init(worker: ServerWorker, descriptor: Int32, tls: TLSConnection?) {
    self.worker = worker
    remotePeer = Socket.peerAddress(of: descriptor)?.peerName ?? "unknown"
    localPeer = Socket.localAddress(of: descriptor)?.peerName ?? "unknown"
    super.init(loop: worker.loop, descriptor: descriptor, tls: tls)
  }

  override func makeSession() -> OpaquePointer? {
    var session: OpaquePointer?
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard
      nghttp2_session_server_new2(
        &session, SessionCallbacks.shared, context, SessionOptions.shared) == 0, let session
    else { return nil }
    SessionOptions.submitSettings(
      session, streamsMax: worker.configuration.concurrentStreamsMax,
      headerListBytesMax: worker.configuration.headerListBytesMax)
    return session
  }

  override func checkPeer(_ tls: TLSConnection) throws(ConnectionFault) {
    guard tls.hasAgreedOnHTTP2 else { throw .broken("the client did not ask for HTTP/2") }
  }

  // MARK: RPCs

  /// Runs the handler of an accepted request as a task on this loop.
  func start(_ stream: ServerStream) {
    guard let method = stream.method else { return }
    worker.handlers += 1
    let handler = worker.handler
    let rpc = RPCStream(
      descriptor: method,
      inbound: RPCAsyncSequence(wrapping: InboundSequence(source: stream)),
      outbound: RPCWriter.Closable(wrapping: ServerResponseWriter(stream: stream)))
    let remotePeer = self.remotePeer
    let localPeer = self.localPeer
    let specific = ServerStreamContext(deadline: stream.deadline, isEncrypted: tls != nil)
    stream.task = Task(executorPreference: loop) {
      await withServerContextRPCCancellationHandle { handle in
        stream.loop.execute { stream.attach(handle) }
        var context = ServerContext(
          descriptor: method, remotePeer: remotePeer, localPeer: localPeer, cancellation: handle)
        context.transportSpecific = specific
        await handler(rpc, context)
      }
      stream.loop.execute {
        stream.handlerReturned()
        stream.server.worker.handlerReturned()
      }
    }
    if goodbye != .none { stream.cancelHandler() }
  }

  // MARK: Shutting down

  /// Announces that no new streams will be accepted, lets the open ones finish and closes. The
  /// handlers are told through their cancellation handles; it is theirs to decide what that means.
  func beginGracefulShutdown() {
    guard goodbye == .none else { return }
    guard phase == .open, let session else {
      if phase == .handshaking { close(.closed) }
      return
    }
    goodbye = .noticed
    nghttp2_submit_shutdown_notice(session)
    nghttp2_submit_ping(session, H2.noFlags, nil)
    loop.schedule(after: Limits.shutdownNoticeNanoseconds) { [weak self] in
      self?.sayGoodbye()
    }
    for stream in streams.values { stream.cancelHandler() }
    markDirty()
  }

  private func sayGoodbye() {
    guard goodbye == .noticed, let session else { return }
    goodbye = .said
    let last = nghttp2_session_get_last_proc_stream_id(session)
    nghttp2_submit_goaway(session, H2.noFlags, last, H2.noError, nil, 0)
    markDirty()
  }

  override func afterFlush() {
    if goodbye == .said, streams.isEmpty { finish() }
  }

  override var isQuiet: Bool { streams.isEmpty }

  override func becameIdle() { beginGracefulShutdown() }

  override func ended(_ fault: ConnectionFault) {
    let orphans = streams
    streams = [:]
    for stream in orphans.values { stream.close(code: nil, fault: fault) }
    worker.ended(self)
  }

  // MARK: Called by nghttp2

  override func beginHeaders(stream id: Int32) -> Int32 {
    if streams[id] == nil {
      streams[id] = ServerStream(
        connection: self, id: id, messageBytesMax: worker.configuration.messageBytesMax)
    }
    return 0
  }

  override func header(
    stream id: Int32, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    // Trailers of a request carry nothing gRPC defines.
    guard let stream = streams[id], !stream.isHeadComplete else { return 0 }
    let bytesMax = worker.configuration.headerListBytesMax
    return stream.head.add(name: name, value: value, bytesMax: bytesMax) ? 0 : H2.temporalFailure
  }

  override func received(_ bytes: UnsafeBufferPointer<UInt8>, stream id: Int32) {
    if let session { nghttp2_session_consume_connection(session, bytes.count) }
    streams[id]?.receive(bytes)
  }

  override func frameReceived(_ frame: nghttp2_frame) {
    super.frameReceived(frame)
    let header = frame.hd
    switch header.type {
    case H2.headers, H2.data:
      guard let stream = streams[header.stream_id] else { return }
      if header.type == H2.headers { stream.headComplete() }
      if header.flags & H2.endStream != 0 { stream.requestComplete() }
    case H2.ping where header.flags & H2.acknowledgement != 0:
      sayGoodbye()
    default:
      break
    }
  }

  override func frameSent(_ header: nghttp2_frame_hd) {
    // A response that ends before its request tells the client to stop sending, without error.
    guard header.type == H2.headers, header.flags & H2.endStream != 0, let session,
      nghttp2_session_get_stream_remote_close(session, header.stream_id) == 0
    else { return }
    nghttp2_submit_rst_stream(session, H2.noFlags, header.stream_id, H2.noError)
  }

  override func streamClosed(_ id: Int32, code: UInt32) {
    streams.removeValue(forKey: id)?.close(code: code)
  }
}
