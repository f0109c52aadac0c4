import CLinux
import CNGHTTP2
import Glibc

/// One HTTP/2 connection: socket, optional TLS, nghttp2 session and output buffer. Servers and
/// clients derive from it.
///
/// Belongs to its loop's thread. Methods called from nghttp2 (``beginHeaders(stream:)`` to
/// ``streamClosed(_:code:)``) must neither flush nor close; they use ``failLater(_:)``.
class HTTP2Connection: EventSource, @unchecked Sendable {
  enum Phase { case handshaking, open, lingering, closed }

  let loop: EventLoop
  let descriptor: Int32
  let tls: TLSConnection?
  let localAddress: SocketAddress?
  let peerAddress: SocketAddress?

  private(set) var session: OpaquePointer?
  private(set) var phase = Phase.handshaking
  private var output: [UInt8] = []
  private var outputOffset = 0
  private var watchesOutput = false
  private var timer: LoopTimer?
  private var lastActivity: UInt64 = 0
  private var idleNanoseconds: UInt64 = 0
  private var hasPeerSettings = false

  /// Whether the loop has this connection on its list of those to flush.
  var isDirty = false

  init(loop: EventLoop, descriptor: Int32, tls: TLSConnection?) {
    self.loop = loop
    self.descriptor = descriptor
    self.tls = tls
    localAddress = Socket.localAddress(of: descriptor)
    peerAddress = Socket.peerAddress(of: descriptor)
    output.reserveCapacity(16 << 10)
  }

  // MARK: What a server or client adds

  /// Creates the nghttp2 session and queues the SETTINGS.
  func makeSession() -> OpaquePointer? { nil }

  /// The TLS handshake is done; throws when the peer must not be talked to.
  func checkPeer(_ tls: TLSConnection) throws(ConnectionFault) {}

  /// The peer's first SETTINGS arrived.
  func becameReady() {}

  /// Called after each flush while the connection is open.
  func afterFlush() {}

  /// Whether no stream is open.
  var isQuiet: Bool { true }

  /// Nothing happened for the idle time.
  func becameIdle() { close(.closed) }

  /// The connection is closed and the session gone.
  func ended(_ fault: ConnectionFault) {}

  func beginHeaders(stream: Int32) -> Int32 { 0 }

  func header(
    stream: Int32, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) -> Int32 { 0 }

  func received(_ bytes: UnsafeBufferPointer<UInt8>, stream: Int32) {}

  func frameReceived(_ frame: nghttp2_frame) {
    if frame.hd.type == H2.settings, frame.hd.flags & H2.acknowledgement == 0, !hasPeerSettings {
      hasPeerSettings = true
      armIdleTimer()
      becameReady()
    }
  }

  func frameSent(_ header: nghttp2_frame_hd) {}

  func frameNotSent(_ header: nghttp2_frame_hd) {}

  func streamClosed(_ stream: Int32, code: UInt32) {}

  // MARK: Life

  /// Registers with the loop and begins the handshake or, in cleartext, HTTP/2.
  func start(handshake: Duration, idle: Duration) {
    lastActivity = loop.now
    idleNanoseconds = idle.wholeNanoseconds
    loop.add(self, descriptor: descriptor, events: EPOLLIN.rawValue)
    timer = loop.schedule(after: handshake.wholeNanoseconds) { [weak self] in
      self?.close(.timedOut("HTTP/2 handshake"))
    }
    if tls == nil { openSession() } else { advanceHandshake() }
  }

  func handle(events: UInt32) {
    switch phase {
    case .handshaking: advanceHandshake()
    case .open: readAvailable()
    case .lingering: discardInput()
    case .closed: break
    }
  }

  /// Has the output flushed at the end of this turn.
  func markDirty() {
    loop.markDirty(self)
  }

  /// Closes after the current call, for use inside nghttp2's callbacks.
  func failLater(_ fault: ConnectionFault) {
    loop.executeLater { self.close(fault) }
  }

  /// Closes at once. A repeat does nothing.
  func close(_ fault: ConnectionFault) {
    guard phase != .closed else { return }
    phase = .closed
    loop.cancel(timer)
    loop.remove(descriptor: descriptor)
    nghttp2_session_del(session)
    session = nil
    tls?.free()
    Glibc.close(descriptor)
    output = []
    ended(fault)
  }

  private func advanceHandshake() {
    guard let tls else { return openSession() }
    switch tls.handshake() {
    case .done:
      do {
        try checkPeer(tls)
      } catch {
        return close(error)
      }
      watch(output: false)
      openSession()
      if phase == .open { readAvailable() }
    case .wantsInput: watch(output: false)
    case .wantsOutput: watch(output: true)
    case .failed(let fault): close(fault)
    }
  }

  private func openSession() {
    session = makeSession()
    guard session != nil else { return close(.broken("cannot create an HTTP/2 session")) }
    phase = .open
    markDirty()
  }

  private func armIdleTimer() {
    loop.cancel(timer)
    let quiet = loop.now &- lastActivity
    let rest = isQuiet && quiet < idleNanoseconds ? idleNanoseconds - quiet : idleNanoseconds
    timer = loop.schedule(after: max(rest, 1)) { [weak self] in self?.checkIdle() }
  }

  private func checkIdle() {
    guard phase == .open else { return }
    if isQuiet, loop.now &- lastActivity >= idleNanoseconds {
      becameIdle()
    } else {
      armIdleTimer()
    }
  }

  // MARK: Input

  private func readAvailable() {
    for _ in 0..<Limits.readsPerTurn {
      switch readOnce() {
      case .bytes(let count):
        lastActivity = loop.now
        guard feed(count) else { return }
        if tls == nil, count < Limits.readBufferBytes {
          markDirty()
          return
        }
      case .wouldBlock:
        markDirty()
        return
      case .ended: return close(.closed)
      case .failed(let reason): return close(.broken(reason))
      }
    }
    markDirty()
    loop.executeLater { if self.phase == .open { self.readAvailable() } }
  }

  private func readOnce() -> ByteOutcome {
    if let tls { return tls.read(into: loop.readBuffer) }
    let count = recv(descriptor, loop.readBuffer.baseAddress, loop.readBuffer.count, 0)
    if count > 0 { return .bytes(count) }
    if count == 0 { return .ended }
    return Self.outcome(ofError: errno)
  }

  /// Hands bytes to nghttp2; `false` when the connection ended over them.
  private func feed(_ count: Int) -> Bool {
    let bytes = loop.readBuffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let taken = nghttp2_session_mem_recv(session, bytes, count)
    if taken < 0 {
      fill()
      _ = writeOutput()
      close(.broken("HTTP/2: \(String(cString: nghttp2_strerror(Int32(taken))))"))
      return false
    }
    return true
  }

  private func discardInput() {
    while true {
      let count = recv(descriptor, loop.readBuffer.baseAddress, loop.readBuffer.count, 0)
      if count > 0 { continue }
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      return close(.closed)
    }
  }

  // MARK: Output

  /// Takes frames from nghttp2 and writes them, until there are none or the socket is full.
  func flush() {
    guard phase == .open else { return }
    while true {
      let mayHaveMore = fill()
      if outputOffset == output.count { break }
      switch writeOutput() {
      case .bytes: if mayHaveMore { continue }
      case .wouldBlock: return watch(output: true)
      case .ended: return close(.closed)
      case .failed(let reason): return close(.broken(reason))
      }
      break
    }
    watch(output: false)
    if nghttp2_session_want_read(session) == 0, nghttp2_session_want_write(session) == 0 {
      finish()
    } else {
      afterFlush()
    }
  }

  /// Says goodbye and waits shortly for the peer to close, so that its unread bytes do not make the
  /// kernel reset the connection under our last ones.
  func finish() {
    guard phase == .open else { return }
    phase = .lingering
    tls?.sendCloseNotify()
    shutdown(descriptor, Int32(SHUT_WR))
    watch(output: false)
    loop.cancel(timer)
    timer = loop.schedule(after: Limits.lingerNanoseconds) { [weak self] in self?.close(.closed) }
    said()
  }

  /// Everything was sent and nothing more will be read.
  func said() {}

  @discardableResult
  private func fill() -> Bool {
    while output.count - outputOffset < Limits.connectionUnsentBytesMax {
      var bytes: UnsafePointer<UInt8>?
      let count = nghttp2_session_mem_send(session, &bytes)
      if count <= 0 { return false }
      output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }
    return true
  }

  private func writeOutput() -> ByteOutcome {
    while outputOffset < output.count {
      let outcome = output.withUnsafeBytes { buffer in
        writeOnce(UnsafeRawBufferPointer(rebasing: buffer[outputOffset...]))
      }
      guard case .bytes(let count) = outcome else {
        compact()
        return outcome
      }
      outputOffset += count
      lastActivity = loop.now
    }
    output.removeAll(keepingCapacity: true)
    outputOffset = 0
    return .bytes(0)
  }

  private func compact() {
    guard outputOffset > Limits.connectionUnsentBytesMax / 2 else { return }
    output.removeFirst(outputOffset)
    outputOffset = 0
  }

  private func writeOnce(_ bytes: UnsafeRawBufferPointer) -> ByteOutcome {
    if let tls { return tls.write(bytes) }
    let count = send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    return count >= 0 ? .bytes(count) : Self.outcome(ofError: errno)
  }

  private func watch(output wanted: Bool) {
    guard wanted != watchesOutput else { return }
    watchesOutput = wanted
    let events = wanted ? EPOLLIN.rawValue | EPOLLOUT.rawValue : EPOLLIN.rawValue
    loop.change(descriptor: descriptor, events: events)
  }

  private static func outcome(ofError code: Int32) -> ByteOutcome {
    if code == EAGAIN || code == EINTR { return .wouldBlock }
    return .failed(String(cString: strerror(code)))
  }
}
