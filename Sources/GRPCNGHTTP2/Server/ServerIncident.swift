/// Something a server's transport refused or ended, and counts. The raw value is the name of the
/// count, and what the client reads in a GOAWAY.
public enum ServerIncident: String, Sendable, CaseIterable {
  // The connection ended.

  /// Too many streams reset by the client.
  case resets = "too_many_resets"

  /// Too many streams that had to be reset for the client's faults.
  case streamErrors = "too_many_stream_errors"

  /// Too many streams beyond the number allowed at once.
  case refusedStreams = "too_many_refused_streams"

  /// PINGs came too often.
  case pings = "too_many_pings"

  /// Too many SETTINGS.
  case settings = "too_many_settings"

  /// Too many PRIORITY frames, which are ignored.
  case priorities = "too_many_priority_frames"

  /// Too many frames of types that HTTP/2 does not define, which are ignored.
  case unknownFrames = "too_many_unknown_frames"

  /// Too many DATA frames without content.
  case emptyData = "too_many_empty_data_frames"

  /// The client's window lets a few bytes pass at a time.
  case dribble = "window_too_small"

  /// What came is not HTTP/2, or broke its rules.
  case protocolError = "protocol_error"

  /// TLS handshake, preface and first SETTINGS took too long.
  case handshakeTimeout = "handshake_timeout"

  /// The TLS handshake failed.
  case handshakeFailed = "handshake_failed"

  /// The socket takes nothing any more.
  case socketStall = "socket_stall"

  /// A PING was not answered.
  case keepaliveTimeout = "keepalive_timeout"

  // The connection was not taken.

  /// Too many connections.
  case connections = "too_many_connections"

  /// Too many connections from one address.
  case connectionsOfAddress = "too_many_connections_of_address"

  /// Too many unfinished handshakes.
  case handshakes = "too_many_handshakes"

  /// The process has no descriptors left.
  case descriptors = "out_of_descriptors"

  // The stream ended or was refused.

  /// The header list is too large.
  case headerList = "header_list_too_large"

  /// A message is too large.
  case largeMessage = "message_too_large"

  /// A compressed message expands too far.
  case expandedMessage = "message_expands_too_far"

  /// The messages of the stream are not framed as gRPC demands.
  case framing = "bad_framing"

  /// The request does not come.
  case requestStall = "request_stall"

  /// The client does not take the response.
  case responseStall = "response_stall"

  /// Too many handlers run already.
  case handlers = "too_many_handlers"

  /// Too much memory is held already.
  case heldBytes = "too_much_held"
}
