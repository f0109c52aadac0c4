import CNGHTTP2
import GRPCCore

/// One client's connection to a server. Belongs to its loop.
final class ServerConnection: HTTP2Connection, @unchecked Sendable {
  /// How far shutting down has got.
  private enum Goodbye { case none, noticed, said }

  let worker: ServerWorker
  let origin: ConnectionOrigin
  private(set) var peerCertificate: PeerCertificate?

  private var streams: [Int32: ServerStream] = [:]

  /// The stream looked up last: callbacks mostly come several for one stream.
  private var recent: ServerStream?
  private var goodbye = Goodbye.none
  private(set) var isReady = false

  /// The TLS handshake, where there is one, is done.
  private var speaksHTTP2 = false

  private var flood = FloodWatch()
  private var pings: PingWatch
  private var closedStreams = ClosedStreams()

  /// Why the connection ends, and with which HTTP/2 error.
  private var verdict: (incident: ServerIncident, code: UInt32)?
  private var hasNotedEnd = false
  private var pingSent: UInt64?

  /// Bytes of memory the streams hold.
  private(set) var heldBytes = 0

  /// Handlers that have not returned, those of closed streams included.
  private var handlers = 0

  init(
    worker: ServerWorker, descriptor: Int32, origin: ConnectionOrigin, tls: TLSConnection?
  ) {
    self.worker = worker
    self.origin = origin
    pings = PingWatch(
      interval: worker.configuration.pingInterval,
      withoutStreams: worker.configuration.pingIntervalWithoutStreams)
    super.init(loop: worker.loop, descriptor: descriptor, tls: tls)
  }

  var remotePeer: String { origin.remotePeer }

  override func makeSession() -> OpaquePointer? {
    speaksHTTP2 = true
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
    peerCertificate = tls.peerCertificate
  }

  override func becameReady() {
    isReady = true
    worker.handshakeEnded()
  }

  // MARK: RPCs

  /// Runs the handler of an accepted request as a task on this loop.
  func start(_ stream: ServerStream) {
    guard let method = stream.method else { return }
    guard handlers < Limits.handlersPerStream * worker.configuration.concurrentStreamsMax,
      worker.handlerStarted()
    else {
      note(.handlers)
      return stream.reset(H2.refusedStream)
    }
    handlers += 1
    let descriptor = method.descriptor
    let handler = worker.handler
    let rpc = RPCStream(
      descriptor: descriptor,
      inbound: RPCAsyncSequence(wrapping: InboundSequence(source: stream)),
      outbound: RPCWriter.Closable(wrapping: ServerResponseWriter(stream: stream)))
    let origin = self.origin
    let specific = ServerStreamContext(stream: stream)
    stream.task = Task(executorPreference: loop) {
      await withServerContextRPCCancellationHandle { handle in
        stream.loop.execute { stream.attach(handle) }
        var context = ServerContext(
          descriptor: descriptor, remotePeer: origin.remotePeer, localPeer: origin.localPeer,
          cancellation: handle)
        context.transportSpecific = specific
        await handler(rpc, context)
      }
      stream.loop.execute {
        stream.handlerReturned()
        stream.server.handlerReturned()
      }
    }
    if goodbye != .none { stream.cancelHandler() }
  }

  private func handlerReturned() {
    handlers -= 1
    worker.handlerReturned()
  }

  // MARK: Memory

  override func hold(_ change: Int) {
    heldBytes += change
    worker.heldBytes += change
  }

  /// Whether the streams of this connection, or of the loop, hold more than they may.
  var holdsTooMuch: Bool {
    heldBytes > worker.configuration.connectionHeldBytesMax
      || worker.heldBytes > worker.heldBytesMax
  }

  // MARK: Misbehaviour

  func note(_ incident: ServerIncident) {
    worker.note(incident)
  }

  /// Ends the connection over an incident, after the current call of nghttp2.
  private func judge(_ incident: ServerIncident?) {
    guard let incident, verdict == nil else { return }
    verdict = (incident, H2.enhanceYourCalm)
    loop.executeLater { self.execute() }
  }

  private func execute() {
    guard phase == .open, let verdict else { return }
    hasNotedEnd = true
    note(verdict.incident)
    condemn(verdict.code, reason: verdict.incident.rawValue)
  }

  override func refused(code: Int32) {
    if verdict != nil { return execute() }
    super.refused(code: code)
    noteProtocolError()
  }

  /// The library ended the connection for what came, here or in what it is about to send.
  private func noteProtocolError() {
    guard !hasNotedEnd else { return }
    hasNotedEnd = true
    note(.protocolError)
  }

  override func dribbled(bytes: Int) {
    judge(flood.dribbled(bytes: bytes))
  }

  /// Looks for what should go on and does not. Called about once a second.
  func upkeep(now: UInt64) {
    guard phase == .open else { return }
    let stall = worker.configuration.stallTimeout.wholeNanoseconds
    if hasUnsentOutput, now &- lastWrite >= stall {
      note(.socketStall)
      return close(.timedOut("writing"))
    }
    for stream in streams.values {
      if stream.isOutputStalled(now: now, period: stall) {
        note(.responseStall)
        stream.reset(H2.cancel)
      } else if stream.isRequestStalled(now: now, period: stall) {
        note(.requestStall)
        let text = "The request did not arrive in time."
        stream.refuse(Status(code: .deadlineExceeded, message: text))
      }
    }
    checkAlive(now: now)
  }

  private func checkAlive(now: UInt64) {
    guard isReady, let session else { return }
    if let sent = pingSent {
      if lastRead > sent {
        pingSent = nil
      } else if now &- sent >= worker.configuration.keepaliveTimeout.wholeNanoseconds {
        note(.keepaliveTimeout)
        return close(.timedOut("keepalive"))
      }
    } else if now &- lastRead >= worker.configuration.keepaliveInterval.wholeNanoseconds {
      pingSent = now
      nghttp2_submit_ping(session, H2.noFlags, nil)
      markDirty()
    }
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
    loop.schedule(after: Limits.shutdownNoticeNanoseconds) { self.sayGoodbye() }
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
    if goodbye == .said, streams.isEmpty, !hasUnsentOutput { finish() }
  }

  override var isQuiet: Bool { streams.isEmpty }

  override func becameIdle() { beginGracefulShutdown() }

  override func abandonStreams(_ fault: ConnectionFault) {
    let orphans = streams
    streams = [:]
    recent = nil
    for stream in orphans.values { stream.close(code: nil, fault: fault) }
  }

  override func ended(_ fault: ConnectionFault) {
    if !isReady { worker.handshakeEnded() }
    switch fault {
    case .timedOut where !isReady: note(.handshakeTimeout)
    case .broken where !speaksHTTP2: note(.handshakeFailed)
    default: break
    }
    worker.ended(self)
  }

  // MARK: Called by nghttp2

  private func stream(_ id: Int32) -> ServerStream? {
    if let recent, recent.id == id { return recent }
    let found = streams[id]
    if found != nil { recent = found }
    return found
  }

  override func frameBegan(_ header: nghttp2_frame_hd) -> Bool {
    guard verdict == nil else { return false }
    if let incident = flood.frameBegan(header, now: loop.now) {
      verdict = (incident, H2.enhanceYourCalm)
    }
    switch header.type {
    case H2.ping where header.flags & H2.acknowledgement == 0:
      if pings.received(now: loop.now, hasStreams: !streams.isEmpty) {
        verdict = (.pings, H2.enhanceYourCalm)
      }
    case H2.headers:
      if goodbye != .said, stream(header.stream_id) == nil,
        closedStreams.isOver(header.stream_id)
      {
        verdict = (.protocolError, H2.streamClosed)
      }
    case H2.priority where header.stream_id == 0:
      verdict = (.protocolError, H2.protocolError)
    default:
      break
    }
    return verdict == nil
  }

  override func frameRefused(_ header: nghttp2_frame_hd) {
    closedStreams.endedByUs(header.stream_id)
  }

  override func beginHeaders(stream id: Int32) -> Int32 {
    if stream(id) == nil {
      let stream = ServerStream(
        connection: self, id: id, messageBytesMax: worker.configuration.messageBytesMax)
      streams[id] = stream
      recent = stream
      closedStreams.began(id)
    }
    return 0
  }

  override func header(
    stream id: Int32, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    // Trailers of a request carry nothing gRPC defines.
    guard let stream = stream(id), !stream.isHeadComplete else { return 0 }
    let isTaken = stream.head.add(
      name: name, value: value, bytesMax: worker.configuration.headerListBytesMax,
      methods: worker.methods)
    if !isTaken { note(.headerList) }
    return isTaken ? 0 : H2.temporalFailure
  }

  override func received(_ bytes: UnsafeBufferPointer<UInt8>, stream id: Int32) {
    if let session { nghttp2_session_consume_connection(session, bytes.count) }
    stream(id)?.receive(bytes)
  }

  override func frameReceived(_ frame: UnsafePointer<nghttp2_frame>) {
    super.frameReceived(frame)
    let header = frame.pointee.hd
    switch header.type {
    case H2.headers:
      guard let stream = stream(header.stream_id) else { return }
      if !stream.isHeadComplete, holdsTooMuch {
        note(.heldBytes)
        return stream.reset(H2.refusedStream)
      }
      stream.headComplete()
      if header.flags & H2.endStream != 0 { stream.requestComplete() }
    case H2.data:
      let isLast = header.flags & H2.endStream != 0
      let isEmpty = header.length <= frame.pointee.data.padlen
      judge(flood.dataReceived(isEmpty: isEmpty && !isLast))
      if isLast { stream(header.stream_id)?.requestComplete() }
    case H2.ping where header.flags & H2.acknowledgement != 0:
      sayGoodbye()
    default:
      break
    }
  }

  override func frameSent(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = frame.pointee.hd
    switch header.type {
    case H2.headers:
      pings.dataSent()
      // A response that ends before its request tells the client to stop sending, without error.
      guard header.flags & H2.endStream != 0, let session,
        nghttp2_session_get_stream_remote_close(session, header.stream_id) == 0
      else { return }
      nghttp2_submit_rst_stream(session, H2.noFlags, header.stream_id, H2.noError)
    case H2.data:
      pings.dataSent()
    case H2.goAway where goodbye == .noticed:
      // Only now, because PINGs overtake: the answer must mean that the client has read the GOAWAY.
      nghttp2_submit_ping(session, H2.noFlags, nil)
    case H2.goAway:
      let isFault = frame.pointee.goaway.error_code != H2.noError
      if isFault, verdict == nil { noteProtocolError() }
    case H2.rstStream:
      closedStreams.endedByUs(header.stream_id)
      judge(flood.resetSent(frame.pointee.rst_stream.error_code, now: loop.now))
    default:
      break
    }
  }

  override func streamClosed(_ id: Int32, code: UInt32) {
    if recent?.id == id { recent = nil }
    streams.removeValue(forKey: id)?.close(code: code)
  }
}
