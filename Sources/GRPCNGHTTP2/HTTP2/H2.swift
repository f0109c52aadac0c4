import CNGHTTP2

/// nghttp2's constants in the integer types its structures use.
enum H2 {
  static let endStream = UInt8(truncatingIfNeeded: NGHTTP2_FLAG_END_STREAM.rawValue)
  static let acknowledgement = UInt8(truncatingIfNeeded: NGHTTP2_FLAG_ACK.rawValue)
  static let noFlags = UInt8(truncatingIfNeeded: NGHTTP2_FLAG_NONE.rawValue)

  static let data = UInt8(truncatingIfNeeded: NGHTTP2_DATA.rawValue)
  static let headers = UInt8(truncatingIfNeeded: NGHTTP2_HEADERS.rawValue)
  static let priority = UInt8(truncatingIfNeeded: NGHTTP2_PRIORITY.rawValue)
  static let rstStream = UInt8(truncatingIfNeeded: NGHTTP2_RST_STREAM.rawValue)
  static let settings = UInt8(truncatingIfNeeded: NGHTTP2_SETTINGS.rawValue)
  static let ping = UInt8(truncatingIfNeeded: NGHTTP2_PING.rawValue)
  static let goAway = UInt8(truncatingIfNeeded: NGHTTP2_GOAWAY.rawValue)

  /// The first type of frame that RFC 9113 does not define.
  static let firstUnknown = UInt8(truncatingIfNeeded: NGHTTP2_CONTINUATION.rawValue) + 1

  static let noError = UInt32(NGHTTP2_NO_ERROR.rawValue)
  static let protocolError = UInt32(NGHTTP2_PROTOCOL_ERROR.rawValue)
  static let internalError = UInt32(NGHTTP2_INTERNAL_ERROR.rawValue)
  static let streamClosed = UInt32(NGHTTP2_STREAM_CLOSED.rawValue)
  static let refusedStream = UInt32(NGHTTP2_REFUSED_STREAM.rawValue)
  static let cancel = UInt32(NGHTTP2_CANCEL.rawValue)
  static let enhanceYourCalm = UInt32(NGHTTP2_ENHANCE_YOUR_CALM.rawValue)
  static let inadequateSecurity = UInt32(NGHTTP2_INADEQUATE_SECURITY.rawValue)

  static let dataEOF = UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue)
  static let dataNoEndStream = UInt32(NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue)

  static let deferred = Int(NGHTTP2_ERR_DEFERRED.rawValue)
  static let ignored = Int32(NGHTTP2_ERR_CANCEL.rawValue)
  static let callbackFailure = Int32(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue)
  static let temporalFailure = Int32(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
}
