import Glibc

/// Settings of ``NGHTTP2ServerTransport``. The defaults suit a server on the open network.
public struct ServerConfiguration: Sendable {
  /// Event loops, each one thread; one per processor unless set. At least 1.
  public var loops = Self.processors

  /// Largest request message in bytes, as sent and expanded; longer ones are refused with
  /// RESOURCE_EXHAUSTED before they are buffered.
  public var messageBytesMax = Limits.messageBytesMax

  /// Streams one connection may have open.
  public var concurrentStreamsMax = Limits.concurrentStreamsMax

  /// Largest header list in bytes; requests with more are refused with RESOURCE_EXHAUSTED.
  public var headerListBytesMax = Limits.headerListBytesMax

  /// Whether responses are compressed for clients that take it, unless the handler says otherwise.
  /// Off, because what attackers can make a response repeat beside a secret can be guessed by its
  /// length.
  public var compressesResponses = false

  /// Connections at once, in all and from one address; more are closed as they come.
  public var connectionsMax = Self.connectionsAllowed
  public var connectionsPerAddressMax = Limits.connectionsPerAddressMax

  /// Handlers running at once; calls beyond that are refused so that clients may try again.
  public var handlersMax = Limits.handlersMax

  /// Bytes of messages held for one connection, and in all.
  public var connectionHeldBytesMax = Limits.connectionHeldBytesMax
  public var serverHeldBytesMax = Limits.serverHeldBytesMax

  /// Time for TLS handshake, preface and first SETTINGS.
  public var handshakeTimeout = Limits.handshake

  /// Connections without streams are closed after this long.
  public var idleTimeout = Limits.idle

  /// How long the output of a stream, a unary request, or a socket may stand still.
  public var stallTimeout = Limits.stall

  /// A client from which nothing came for the interval is sent a PING, and its connection closed when
  /// nothing comes for the timeout after that.
  public var keepaliveInterval = Limits.keepaliveInterval
  public var keepaliveTimeout = Limits.keepaliveTimeout

  /// How often a client may send PINGs: with streams open, and without.
  public var pingInterval = Limits.pingInterval
  public var pingIntervalWithoutStreams = Limits.pingIntervalWithoutStreams

  /// How often certificate files are looked at, and how long session tickets can be used.
  public var certificatePoll = Limits.certificatePoll
  public var ticketKeyLifetime = Limits.ticketKeyLifetime

  /// How long RPCs may go on after a graceful shutdown began; `nil` for as long as they like.
  public var shutdownGrace: Duration?

  /// Methods answered on the loop, without a task.
  public var fastMethods: [FastMethod] = []

  /// What counts what happens; a server of its own needs its own.
  public var counters = ServerCounters()

  /// Told of everything that was refused or ended, from any thread; must not block. Nothing of the
  /// client is named.
  public var onIncident: (@Sendable (ServerIncident) -> Void)?

  /// Told when changed certificate files are in use from now on.
  public var onReload: (@Sendable () -> Void)?

  /// Told when changed certificate files could not be used; the old ones stay in use.
  public var onReloadFailure: (@Sendable (any Error) -> Void)?

  /// The defaults.
  public init() {}

  /// How often stalls are looked for: often enough for the shortest of the times.
  var upkeepNanoseconds: UInt64 {
    let shortest = min(stallTimeout, keepaliveInterval, keepaliveTimeout).wholeNanoseconds
    return max(1_000_000, min(Limits.upkeepNanoseconds, shortest / 4))
  }

  private static var processors: Int {
    max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), Limits.loopsMax))
  }

  private static var connectionsAllowed: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return Limits.connectionsMax
    }
    let descriptors = Int(clamping: limit.rlim_cur) - Limits.descriptorsReserved
    return max(1, min(Limits.connectionsMax, descriptors))
  }
}
