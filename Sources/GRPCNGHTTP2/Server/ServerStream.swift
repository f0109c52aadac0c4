import CNGHTTP2
import GRPCCore

/// One RPC on a server: from the header list of the request to the trailers of the response.
/// Belongs to its connection's loop.
final class ServerStream: HTTP2Stream, InboundSource, @unchecked Sendable {
  typealias Part = RPCRequestPart<[UInt8]>

  /// How far the response has got.
  enum ResponseState { case idle, held, open, complete }

  var queue = InboundQueue<Part>()
  var head = RequestHead()

  /// Whether the header list is complete.
  var isHeadComplete = false

  /// The method, once the request was accepted.
  var method: MethodDescriptor?

  /// The handler was started.
  var hasStarted = false

  /// When the RPC ends for lack of time.
  var deadline: ContinuousClock.Instant?
  var deadlineTimer: LoopTimer?

  var cancellation: ServerContext.RPCCancellationHandle?
  var task: Task<Void, Never>?

  var response = ResponseState.idle
  var heldMetadata: Metadata?
  var trailers: HeaderBlock?

  /// The body is plain HTTP and ends with its last byte.
  var endsWithoutTrailers = false
  private var isCancelled = false

  let server: ServerConnection

  init(connection: ServerConnection, id: Int32, messageBytesMax: Int) {
    server = connection
    super.init(connection: connection, id: id, messageBytesMax: messageBytesMax)
  }

  /// Whether the response is sent as one piece when its status is known: then the client gets it in
  /// one write, and the handler's separate calls cost nothing.
  var holdsResponse: Bool {
    guard let type = method?.type else { return false }
    return !type.isResponseStreaming
  }

  /// Whether the handler starts only when the whole request is here.
  var holdsRequest: Bool {
    guard let type = method?.type else { return false }
    return !type.isRequestStreaming
  }

  func taken(credit: Int) {
    releaseCredit(credit, readerCaughtUp: queue.isEmpty)
  }

  /// Tells the handler that the RPC is over. Outside nghttp2's callbacks, because the handler's own
  /// code runs in it.
  func cancelHandler() {
    guard !isCancelled else { return }
    isCancelled = true
    if let cancellation { loop.executeLater { cancellation.cancel() } }
  }

  /// Takes the handle of the RPC; cancels it when the RPC ended before it existed.
  func attach(_ handle: ServerContext.RPCCancellationHandle) {
    cancellation = handle
    if isCancelled { handle.cancel() }
  }

  override func ended(code: UInt32?, fault: ConnectionFault?) {
    loop.cancel(deadlineTimer)
    deadlineTimer = nil
    let isComplete = response == .complete
    response = .complete
    if !isComplete || !queue.hasEnded {
      let reason = fault.map { "\($0)" } ?? "the client reset the stream"
      let error = RPCError(code: .cancelled, message: "The RPC was cancelled: \(reason).")
      queue.fail(error, discardingParts: true)
      wakeReader()
    }
    if !isComplete { cancelHandler() }
    // GRPCCore leaves tasks alone when an RPC is cancelled; only the end of the server ends them.
    if case .aborted = fault { task?.cancel() }
  }

  override var isBodyComplete: Bool { trailers != nil || endsWithoutTrailers }

  override func bodyTaken(flags: UnsafeMutablePointer<UInt32>) {
    guard let trailers, let session = connection.session else { return }
    flags.pointee |= H2.dataNoEndStream
    trailers.withFields { _ = nghttp2_submit_trailer(session, id, $0, $1) }
  }
}
