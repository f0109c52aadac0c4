public import GRPCCore

/// Settings of ``NGHTTP2ClientTransport``.
public struct ClientConfiguration: Sendable {
  /// Largest response message in bytes, unless a call sets its own.
  public var messageBytesMax = Limits.messageBytesMax

  /// Time for TLS handshake and the server's first SETTINGS.
  public var handshakeTimeout = Limits.handshake

  /// The connection is closed after this long without RPCs; the next one opens another.
  public var idleTimeout = Limits.idle

  /// Looks after a connection with open calls: when nothing came for the interval, a PING is sent, and
  /// the connection given up when nothing comes for the timeout after that. Servers may end the
  /// connections of clients that ask oftener than every five minutes.
  public var keepaliveInterval: Duration?
  public var keepaliveTimeout = Limits.keepaliveTimeout

  /// Timeouts, retries and limits by method.
  public var serviceConfig = ServiceConfig()

  /// The defaults.
  public init() {}
}
