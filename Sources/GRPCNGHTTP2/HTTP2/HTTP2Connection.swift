import CLinux
import CNGHTTP2
import Glibc

/// One HTTP/2 connection: socket, optional TLS, nghttp2 session and unsent output. Servers and
/// clients derive from it.
///
/// Belongs to its loop's thread. Timers hold the connection until they have run or are cancelled, which
/// closing does: one weak reference would make every count of references to it go a slow way.
///
/// Methods called from nghttp2 (``frameBegan(_:)`` to ``streamClosed(_:code:)``) must neither flush nor
/// close; they use ``failLater(_:)``.
class HTTP2Connection: EventSource, @unchecked Sendable {
  enum Phase { case handshaking, open, lingering, closed }

  let loop: EventLoop
  let descriptor: Int32
  let tls: TLSConnection?

  private(set) var session: OpaquePointer?
  private(set) var phase = Phase.handshaking

  /// What the socket would not take, from `unsentOffset` on; empty nearly always, since frames are
  /// gathered in the loop's own buffer.
  private var unsent: [UInt8] = []
  private var unsentOffset = 0
  private var watchesOutput = false
  private var timer: LoopTimer?
  private var idleNanoseconds: UInt64 = 0
  private var hasPeerSettings = false

  /// When bytes last came, when they last went, and either.
  private(set) var lastRead: UInt64 = 0
  private(set) var lastWrite: UInt64 = 0
  private var lastActivity: UInt64 { max(lastRead, lastWrite) }

  /// Whether the loop has this connection on its list of those to flush.
  var isDirty = false

  init(loop: EventLoop, descriptor: Int32, tls: TLSConnection?) {
    self.loop = loop
    self.descriptor = descriptor
    self.tls = tls
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

  /// Nothing more will be sent or received on streams. Called once, before ``ended(_:)``.
  func abandonStreams(_ fault: ConnectionFault) {}

  /// The connection is closed and the session gone.
  func ended(_ fault: ConnectionFault) {}

  /// The bytes held for this connection's streams changed.
  func hold(_ change: Int) {}

  /// A frame begins; `false` ends the connection.
  func frameBegan(_ header: nghttp2_frame_hd) -> Bool { true }

  func beginHeaders(stream: Int32) -> Int32 { 0 }

  func header(
    stream: Int32, name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) -> Int32 { 0 }

  func received(_ bytes: UnsafeBufferPointer<UInt8>, stream: Int32) {}

  func frameReceived(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = frame.pointee.hd
    if header.type == H2.settings, header.flags & H2.acknowledgement == 0, !hasPeerSettings {
      hasPeerSettings = true
      armIdleTimer()
      becameReady()
    }
  }

  /// What came is a fault of its stream, which will be reset.
  func frameRefused(_ header: nghttp2_frame_hd) {}

  func frameSent(_ frame: UnsafePointer<nghttp2_frame>) {}

  func frameNotSent(_ header: nghttp2_frame_hd) {}

  func streamClosed(_ stream: Int32, code: UInt32) {}

  /// A stream with more to send got room for a few bytes only.
  func dribbled(bytes: Int) {}

  // MARK: Life

  /// Registers with the loop and begins the handshake or, in cleartext, HTTP/2.
  func start(handshake: Duration, idle: Duration) {
    lastRead = loop.now
    lastWrite = loop.now
    idleNanoseconds = idle.wholeNanoseconds
    loop.add(self, descriptor: descriptor, events: EPOLLIN.rawValue)
    timer = loop.schedule(after: handshake.wholeNanoseconds) {
      self.close(.timedOut("HTTP/2 handshake"))
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
    let wasLingering = phase == .lingering
    phase = .closed
    loop.cancel(timer)
    loop.remove(descriptor: descriptor)
    nghttp2_session_del(session)
    session = nil
    tls?.free()
    Glibc.close(descriptor)
    unsent = []
    if !wasLingering { abandonStreams(fault) }
    ended(fault)
  }

  /// Ends a connection whose peer misbehaves: GOAWAY with the code and reason, then goodbye. Its
  /// streams end at once.
  func condemn(_ code: UInt32, reason: String) {
    guard phase == .open, let session else { return }
    let last = nghttp2_session_get_last_proc_stream_id(session)
    let text = Array(reason.utf8)
    nghttp2_submit_goaway(session, H2.noFlags, last, code, text, text.count)
    _ = gatherAndWrite()
    guard phase == .open else { return }
    linger(.broken(reason))
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
    timer = loop.schedule(after: max(rest, 1)) { self.checkIdle() }
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
        lastRead = loop.now
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
      refused(code: Int32(taken))
      return false
    }
    return true
  }

  /// nghttp2 will not go on with what it read.
  func refused(code: Int32) {
    guard phase == .open else { return }
    _ = gatherAndWrite()
    guard phase == .open else { return }
    linger(.broken("HTTP/2: \(String(cString: nghttp2_strerror(code)))"))
  }

  private func discardInput() {
    for _ in 0..<Limits.readsPerTurn {
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
    guard gatherAndWrite() else { return }
    if unsent.isEmpty, nghttp2_session_want_read(session) == 0,
      nghttp2_session_want_write(session) == 0
    {
      finish()
    } else {
      afterFlush()
    }
  }

  /// Whether the socket would not take all that was to be sent.
  var hasUnsentOutput: Bool { !unsent.isEmpty }

  /// Says goodbye and waits shortly for the peer to close, so that its unread bytes do not make the
  /// kernel reset the connection under our last ones.
  func finish() {
    guard phase == .open else { return }
    linger(.closed)
    said()
  }

  private func linger(_ fault: ConnectionFault) {
    phase = .lingering
    tls?.sendCloseNotify()
    shutdown(descriptor, Int32(SHUT_WR))
    watch(output: false)
    loop.cancel(timer)
    timer = loop.schedule(after: Limits.lingerNanoseconds) { self.close(fault) }
    abandonStreams(fault)
  }

  /// Everything was sent and nothing more will be read.
  func said() {}

  /// Gathers frames in the loop's buffer and writes it whenever it is full; `false` when the
  /// connection ended over it. What the socket does not take is kept, and nothing more is gathered
  /// until it is gone (CVE-2019-9517).
  private func gatherAndWrite() -> Bool {
    guard writeUnsent() else { return false }
    let buffer = loop.writeBuffer
    var filled = 0
    while unsent.isEmpty {
      var bytes: UnsafePointer<UInt8>?
      let count = nghttp2_session_mem_send(session, &bytes)
      guard count > 0, let bytes else { break }
      if filled + count > buffer.count {
        guard write(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) else { return false }
        filled = 0
        guard unsent.isEmpty, count <= buffer.count else {
          unsent.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
          continue
        }
      }
      UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        .copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: count))
      filled += count
    }
    if filled > 0 {
      guard write(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) else { return false }
    }
    watch(output: !unsent.isEmpty)
    return true
  }

  /// Writes; keeps what the socket does not take. `false` when the connection ended over it.
  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset < bytes.count {
      switch writeOnce(UnsafeRawBufferPointer(rebasing: bytes[offset...])) {
      case .bytes(let count):
        offset += count
        lastWrite = loop.now
      case .wouldBlock:
        unsent.append(contentsOf: bytes[offset...])
        return true
      case .ended:
        close(.closed)
        return false
      case .failed(let reason):
        close(.broken(reason))
        return false
      }
    }
    return true
  }

  private func writeUnsent() -> Bool {
    while unsentOffset < unsent.count {
      let outcome = unsent.withUnsafeBytes { buffer in
        writeOnce(UnsafeRawBufferPointer(rebasing: buffer[unsentOffset...]))
      }
      switch outcome {
      case .bytes(let count):
        unsentOffset += count
        lastWrite = loop.now
      case .wouldBlock:
        return true
      case .ended:
        close(.closed)
        return false
      case .failed(let reason):
        close(.broken(reason))
        return false
      }
    }
    if !unsent.isEmpty {
      unsent = []
      unsentOffset = 0
    }
    return true
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
