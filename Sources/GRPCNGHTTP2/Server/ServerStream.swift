import CNGHTTP2
import GRPCCore
import Synchronization

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
  var method: ServerMethod?

  /// The handler was started, or the fast lane answered.
  var hasStarted = false

  /// The request message of a call on the fast lane.
  var fastMessage: FramedMessage?

  /// When the RPC ends for lack of time.
  var deadline: ContinuousClock.Instant?
  var deadlineTimer: LoopTimer?
  private var requestProgress = ProgressMark()

  var cancellation: ServerContext.RPCCancellationHandle?
  var task: Task<Void, Never>?

  var response = ResponseState.idle
  var heldMetadata: Metadata?
  var trailers: Trailers?

  /// The response announced that its messages may be gzip.
  var announcesGzip = false

  /// The body is plain HTTP and ends with its last byte.
  var endsWithoutTrailers = false
  private var isCancelled = false

  /// What handler and loop tell each other about compression.
  let requestWasCompressed = Atomic<Bool>(false)
  let announcesCompression: Atomic<Bool>
  let compressesNext: Atomic<Bool>

  let server: ServerConnection

  init(connection: ServerConnection, id: Int32, messageBytesMax: Int) {
    server = connection
    let compresses = connection.worker.configuration.compressesResponses
    announcesCompression = Atomic(compresses)
    compressesNext = Atomic(compresses)
    super.init(connection: connection, id: id, messageBytesMax: messageBytesMax)
  }

  override var heldBytes: Int {
    super.heldBytes + queue.heldBytes + (fastMessage?.bytes.count ?? 0)
  }

  func taken(_ entry: InboundQueue<Part>.Entry) {
    releaseCredit(entry.credit, readerCaughtUp: queue.isEmpty)
    if head.isCompressed, case .message = entry.part {
      requestWasCompressed.store(entry.wasCompressed, ordering: .relaxed)
    }
    if entry.weight > 0 { countHeldBytes() }
  }

  /// Whether the client keeps us waiting for a request that has to be whole before it is answered.
  func isRequestStalled(now: UInt64, period: UInt64) -> Bool {
    guard !hasStarted, response != .complete else { return false }
    return requestProgress.isStalled(total: receivedBytes, now: now, period: period)
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
    cancelDeadline()
    let isComplete = response == .complete
    response = .complete
    // Answered on the fast lane, nobody reads the queue and there is nobody to tell.
    if !isComplete || (task != nil && !queue.hasEnded) {
      let reason = fault.map { "\($0)" } ?? "the client reset the stream"
      let error = RPCError(code: .cancelled, message: "The RPC was cancelled: \(reason).")
      queue.fail(error, discardingParts: true)
      wakeReader()
    }
    if !isComplete { cancelHandler() }
    // GRPCCore leaves tasks alone when an RPC is cancelled; only the end of the server ends them.
    if case .aborted = fault { task?.cancel() }
  }

  func cancelDeadline() {
    guard let timer = deadlineTimer else { return }
    loop.cancel(timer)
    deadlineTimer = nil
  }

  override var isBodyComplete: Bool { trailers != nil || endsWithoutTrailers }

  override func bodyTaken(flags: UnsafeMutablePointer<UInt32>) {
    guard let trailers, let session = connection.session else { return }
    flags.pointee |= H2.dataNoEndStream
    trailers.withFields { _ = nghttp2_submit_trailer(session, id, $0, $1) }
  }
}
