import Glibc

/// Settings of ``NGHTTP2ServerTransport``. The defaults suit a server on the open network.
public struct ServerConfiguration: Sendable {
  /// Event loops, each one thread; one per processor unless set. At least 1.
  public var loops = Self.processors

  /// Largest request message in bytes; longer ones are refused with RESOURCE_EXHAUSTED before they
  /// are buffered.
  public var messageBytesMax = Limits.messageBytesMax

  /// Streams one connection may have open.
  public var concurrentStreamsMax = Limits.concurrentStreamsMax

  /// Largest header list in bytes; requests with more are refused with RESOURCE_EXHAUSTED.
  public var headerListBytesMax = Limits.headerListBytesMax

  /// Time for TLS handshake, preface and first SETTINGS.
  public var handshakeTimeout = Limits.handshake

  /// Connections without streams are closed after this long.
  public var idleTimeout = Limits.idle

  /// How long RPCs may go on after a graceful shutdown began; `nil` for as long as they like.
  public var shutdownGrace: Duration?

  /// The defaults.
  public init() {}

  private static var processors: Int {
    max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), Limits.loopsMax))
  }
}
