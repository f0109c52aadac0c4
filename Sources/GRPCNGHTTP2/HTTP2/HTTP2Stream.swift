import CNGHTTP2
import GRPCCore

/// What the streams of servers and clients share: cutting input into messages, returning flow
/// control, and output with back-pressure. Belongs to its connection's loop.
class HTTP2Stream: @unchecked Sendable {
  private struct Writer {
    var continuation: CheckedContinuation<Void, any Error>
    var ticket: WaitTicket
  }

  private(set) var connection: HTTP2Connection
  let loop: EventLoop
  var framer: MessageFramer

  /// The stream's number; 0 while a client stream has none.
  var id: Int32

  /// Messages not yet taken by HTTP/2.
  var outgoing = OutboundBuffer()

  /// HTTP/2 closed the stream, or the connection is gone.
  private(set) var isClosed = false

  /// The call goes on with another stream, which it does not have yet.
  private(set) var isSuspended = false

  /// Bytes received and not yet given back to the peer's window.
  private var withheldCredit = 0

  /// Bytes received and bytes taken by HTTP/2, in all.
  private(set) var receivedBytes = 0
  private(set) var sentBytes = 0

  /// Bytes of memory this stream was last counted with.
  private var countedBytes = 0
  private var outputProgress = ProgressMark()
  private var isDataDeferred = false
  private var writers: [Writer] = []

  init(connection: HTTP2Connection, id: Int32, messageBytesMax: Int) {
    self.connection = connection
    self.loop = connection.loop
    self.id = id
    framer = MessageFramer(messageBytesMax: messageBytesMax)
  }

  // MARK: What a server or client adds

  /// Whether all of the body has been handed over.
  var isBodyComplete: Bool { false }

  /// The last byte of the body was taken: ends the stream or submits trailers.
  func bodyTaken(flags: UnsafeMutablePointer<UInt32>) {}

  /// The stream is over; `code` is the HTTP/2 error code, `nil` when the connection was lost.
  func ended(code: UInt32?, fault: ConnectionFault?) {}

  // MARK: Input

  /// Counts received bytes against the window. They are given back at once while the message being
  /// assembled is the next one to be read (it is bounded by the message limit), and when the reader
  /// takes messages otherwise.
  func withhold(_ count: Int) {
    withheldCredit += count
    receivedBytes += count
  }

  // MARK: Memory

  /// Bytes of memory the stream holds: input not taken by its reader, output not taken by HTTP/2.
  var heldBytes: Int { framer.heldBytes + outgoing.count }

  /// Tells the connection how much the stream holds now.
  func countHeldBytes() {
    let held = isClosed ? 0 : heldBytes
    guard held != countedBytes else { return }
    connection.hold(held - countedBytes)
    countedBytes = held
  }

  /// Whether there is output, and too little of it was taken for too long.
  func isOutputStalled(now: UInt64, period: UInt64) -> Bool {
    if outgoing.isEmpty {
      outputProgress.clear()
      return false
    }
    return outputProgress.isStalled(total: sentBytes, now: now, period: period)
  }

  /// Gives back everything withheld.
  func releaseCredit() {
    guard withheldCredit > 0 else { return }
    give(withheldCredit)
  }

  /// Gives back what a taken part held; everything when the reader has caught up, also when that part
  /// was the metadata: bytes of the first message may have filled the window before it was read.
  func releaseCredit(_ credit: Int, readerCaughtUp: Bool) {
    let amount = readerCaughtUp ? withheldCredit : min(credit, withheldCredit)
    if amount > 0 { give(amount) }
  }

  private func give(_ amount: Int) {
    withheldCredit -= amount
    guard !isClosed, let session = connection.session else { return }
    nghttp2_session_consume_stream(session, id, amount)
    connection.markDirty()
  }

  // MARK: Output

  /// The data source of this stream. nghttp2 calls it only while the stream is open, and the
  /// connection keeps open streams alive.
  var dataProvider: nghttp2_data_provider {
    var provider = nghttp2_data_provider()
    provider.source.ptr = Unmanaged.passUnretained(self).toOpaque()
    provider.read_callback = { _, _, buffer, length, flags, source, _ in
      guard let buffer, let flags, let pointer = source?.pointee.ptr else { return H2.deferred }
      return Unmanaged<HTTP2Stream>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
        $0.fill(buffer, capacity: length, flags: flags)
      }
    }
    return provider
  }

  /// Tells nghttp2 that there is something to send again.
  func resumeData() {
    guard !isClosed, let session = connection.session else { return }
    if isDataDeferred {
      isDataDeferred = false
      nghttp2_session_resume_data(session, id)
    }
    connection.markDirty()
  }

  /// Resets the stream. A repeat, or a reset of a closed stream, does nothing.
  func reset(_ code: UInt32) {
    guard !isClosed, id > 0, let session = connection.session else { return }
    nghttp2_submit_rst_stream(session, H2.noFlags, id, code)
    connection.markDirty()
  }

  /// Whether a writer has to wait before it goes on.
  var isCongested: Bool { !isClosed && outgoing.count > Limits.streamUnsentBytesMax }

  /// Suspends until the unsent bytes are few again.
  ///
  /// Refuses when the stream ends or the task is cancelled meanwhile.
  func waitForRoom() async throws {
    let ticket = WaitTicket()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        loop.execute { self.wait(Writer(continuation: continuation, ticket: ticket)) }
      }
    } onCancel: {
      loop.execute { self.cancelWriter(ticket) }
    }
  }

  /// Begins anew on another stream, maybe of another connection of the same loop, as if nothing had been
  /// sent or received yet. Writers that wait go on waiting.
  func begin(anewOn connection: HTTP2Connection) {
    self.connection = connection
    id = 0
    isClosed = false
    isSuspended = false
    withheldCredit = 0
    sentBytes = 0
    isDataDeferred = false
    outputProgress.clear()
    outgoing.removeAll()
  }

  /// The stream closed, and the call will go on with another: nothing is told to anybody.
  func suspend() {
    isClosed = true
    isSuspended = true
    outgoing.removeAll()
    countHeldBytes()
  }

  /// No other stream was to be had.
  func endSuspension() {
    isSuspended = false
    wakeWriters(with: .failure(HTTP2Stream.endedError))
  }

  /// The stream closed: releases writers and tells the subclass. A repeat does nothing.
  func close(code: UInt32?, fault: ConnectionFault? = nil) {
    guard !isClosed else { return }
    isClosed = true
    outgoing.removeAll()
    countHeldBytes()
    wakeWriters(with: .failure(HTTP2Stream.endedError))
    ended(code: code, fault: fault)
  }

  /// Lets suspended writers go on or fail.
  func wakeWriters(with result: @autoclosure () -> Result<Void, RPCError>) {
    guard !writers.isEmpty else { return }
    let woken = writers
    writers = []
    let result = result()
    for writer in woken { writer.continuation.resume(with: result.mapError { $0 as any Error }) }
  }

  static let endedError = RPCError(code: .cancelled, message: "The RPC has already ended.")

  private func wait(_ writer: Writer) {
    if isClosed, !isSuspended {
      writer.continuation.resume(throwing: HTTP2Stream.endedError)
    } else if writer.ticket.isCancelled {
      writer.continuation.resume(throwing: CancellationError())
    } else if !isCongested, !isSuspended {
      writer.continuation.resume()
    } else {
      writers.append(writer)
    }
  }

  private func cancelWriter(_ ticket: WaitTicket) {
    ticket.isCancelled = true
    guard let index = writers.firstIndex(where: { $0.ticket === ticket }) else { return }
    writers.remove(at: index).continuation.resume(throwing: CancellationError())
  }

  private func fill(
    _ buffer: UnsafeMutablePointer<UInt8>, capacity: Int, flags: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let count = outgoing.take(into: buffer, capacity: capacity)
    sentBytes += count
    countHeldBytes()
    if count == capacity, !outgoing.isEmpty { connection.dribbled(bytes: count) }
    if outgoing.isEmpty, isBodyComplete {
      flags.pointee |= H2.dataEOF
      bodyTaken(flags: flags)
    } else if count == 0 {
      isDataDeferred = true
      return H2.deferred
    }
    if outgoing.count <= Limits.streamUnsentBytesResume { wakeWriters(with: .success(())) }
    return count
  }
}
