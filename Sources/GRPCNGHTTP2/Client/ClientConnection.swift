import CNGHTTP2
import GRPCCore

/// One connection of a client. Belongs to its loop.
final class ClientConnection: HTTP2Connection, @unchecked Sendable {
  let channel: ClientChannel

  /// The server's SETTINGS arrived.
  private(set) var isReady = false

  /// The server said goodbye or we want no more of this connection.
  private(set) var isRetiring = false

  /// Streams with a number, and all that were handed out.
  private var streams: [Int32: ClientStream] = [:]
  private var members: [ObjectIdentifier: ClientStream] = [:]

  private var pingSent: UInt64?
  private var keepaliveTimer: LoopTimer?

  /// The ends of the connection as RPC contexts name them.
  let remotePeer: String
  let localPeer: String

  init(channel: ClientChannel, descriptor: Int32, tls: TLSConnection?) {
    self.channel = channel
    remotePeer = Socket.peerAddress(of: descriptor)?.peerName ?? "unknown"
    localPeer = Socket.localAddress(of: descriptor)?.peerName ?? "unknown"
    super.init(loop: channel.loop, descriptor: descriptor, tls: tls)
  }

  /// Whether another stream may be opened now.
  var hasRoom: Bool {
    guard isReady, !isRetiring, phase == .open, let session else { return false }
    let limit = nghttp2_session_get_remote_settings(
      session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS)
    return members.count < Int(limit) && nghttp2_session_check_request_allowed(session) != 0
  }

  override func makeSession() -> OpaquePointer? {
    var session: OpaquePointer?
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard
      nghttp2_session_client_new2(
        &session, SessionCallbacks.shared, context, SessionOptions.shared) == 0, let session
    else { return nil }
    SessionOptions.submitSettings(
      session, streamsMax: nil, headerListBytesMax: Limits.headerListBytesMax)
    return session
  }

  override func checkPeer(_ tls: TLSConnection) throws(ConnectionFault) {
    if let pin = channel.target.pin {
      guard let presented = tls.peerCertificate else {
        throw .untrusted(.untrusted(reason: "the server showed no certificate"))
      }
      guard presented.fingerprint == pin else {
        throw .untrusted(.pinMismatch(pinned: pin, presented: presented))
      }
    }
    guard tls.hasAgreedOnHTTP2 else { throw .broken("the server does not offer HTTP/2") }
  }

  override func becameReady() {
    isReady = true
    scheduleKeepalive()
    loop.executeLater { self.channel.ready(self) }
  }

  // MARK: Streams

  func adopt(_ stream: ClientStream) {
    members[ObjectIdentifier(stream)] = stream
  }

  /// Sends the head of a request; the stream gets its number.
  func submit(_ block: HeaderBlock, for stream: ClientStream) throws {
    guard phase == .open, !isRetiring, let session else { throw Self.lostError }
    var provider = stream.dataProvider
    let id = block.withFields { nghttp2_submit_request(session, nil, $0, $1, &provider, nil) }
    guard id > 0 else { throw Self.lostError }
    stream.id = id
    streams[id] = stream
    markDirty()
  }

  /// The call goes on elsewhere.
  func leave(_ stream: ClientStream) {
    guard members.removeValue(forKey: ObjectIdentifier(stream)) != nil else { return }
    if members.isEmpty, isRetiring { loop.executeLater { self.retire() } }
  }

  /// The call is over; its stream is reset unless it had ended.
  func release(_ stream: ClientStream) {
    guard members.removeValue(forKey: ObjectIdentifier(stream)) != nil else { return }
    stream.reset(H2.cancel)
    if members.isEmpty, isRetiring { retire() }
    channel.pump()
  }

  /// Closes after the last stream.
  func retire() {
    isRetiring = true
    guard members.isEmpty else { return }
    if phase == .open, let session {
      nghttp2_session_terminate_session(session, H2.noError)
      markDirty()
    } else if phase == .handshaking {
      close(.closed)
    }
  }

  override var isQuiet: Bool { members.isEmpty }

  override func becameIdle() { channel.retire(self) }

  override func said() {
    if !isRetiring { channel.retire(self) }
  }

  override func abandonStreams(_ fault: ConnectionFault) {
    let orphans = members
    streams = [:]
    members = [:]
    for stream in orphans.values { stream.close(code: nil, fault: fault) }
  }

  override func ended(_ fault: ConnectionFault) {
    loop.cancel(keepaliveTimer)
    channel.ended(self, fault)
  }

  // MARK: Keepalive

  /// Looks at the connection again when the answer to a PING, or silence, is due.
  private func scheduleKeepalive() {
    guard let interval = channel.configuration.keepaliveInterval, phase == .open else { return }
    let wait =
      pingSent == nil
      ? interval.wholeNanoseconds : channel.configuration.keepaliveTimeout.wholeNanoseconds
    keepaliveTimer = loop.schedule(after: wait) { self.checkAlive(interval) }
  }

  private func checkAlive(_ interval: Duration) {
    guard phase == .open, let session else { return }
    if let sent = pingSent {
      if lastRead <= sent { return close(.timedOut("keepalive")) }
      pingSent = nil
    } else if !members.isEmpty, loop.now &- lastRead >= interval.wholeNanoseconds {
      pingSent = loop.now
      nghttp2_submit_ping(session, H2.noFlags, nil)
      markDirty()
    }
    scheduleKeepalive()
  }

  // MARK: Called by nghttp2

  override func beginHeaders(stream id: Int32) -> Int32 {
    streams[id]?.head = ResponseHead()
    return 0
  }

  override func header(
    stream id: Int32, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    guard let stream = streams[id] else { return 0 }
    return stream.head.add(name: name, value: value) ? 0 : H2.temporalFailure
  }

  override func received(_ bytes: UnsafeBufferPointer<UInt8>, stream id: Int32) {
    if let session { nghttp2_session_consume_connection(session, bytes.count) }
    streams[id]?.receive(bytes)
  }

  override func frameReceived(_ frame: UnsafePointer<nghttp2_frame>) {
    super.frameReceived(frame)
    let header = frame.pointee.hd
    switch header.type {
    case H2.headers, H2.data:
      guard let stream = streams[header.stream_id] else { return }
      let isLast = header.flags & H2.endStream != 0
      if header.type == H2.headers { stream.headersComplete(isLast: isLast) }
      if isLast { stream.responseEnded() }
    case H2.goAway:
      isRetiring = true
      loop.executeLater { self.channel.retire(self) }
    default:
      break
    }
  }

  override func frameNotSent(_ header: nghttp2_frame_hd) {
    // A request that never left: the server has not seen it, so it may be tried again elsewhere.
    guard header.type == H2.headers else { return }
    close(header.stream_id, code: H2.refusedStream, neverLeft: true)
  }

  override func streamClosed(_ id: Int32, code: UInt32) {
    close(id, code: code, neverLeft: false)
  }

  private func close(_ id: Int32, code: UInt32, neverLeft: Bool) {
    guard let stream = streams.removeValue(forKey: id) else { return }
    if !stream.refused(code: code, neverLeft: neverLeft) { stream.close(code: code) }
  }

  private static let lostError = RPCError(
    code: .unavailable, message: "The connection is closing.")
}
