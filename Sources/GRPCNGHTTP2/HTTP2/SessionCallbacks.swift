import CNGHTTP2

/// The table of C functions nghttp2 calls. Each turns its arguments into a call of the connection
/// and does nothing else: they run inside `mem_recv` and `mem_send`, so the methods they call may
/// submit frames and wake tasks but never read, write or close.
enum SessionCallbacks {
  /// Made once and never freed; `nil` only when memory ran out at start.
  nonisolated(unsafe) static let shared: OpaquePointer? = {
    var table: OpaquePointer?
    guard nghttp2_session_callbacks_new(&table) == 0 else { return nil }
    addHeaderCallbacks(table)
    addReceiveCallbacks(table)
    addFaultCallbacks(table)
    addSendCallbacks(table)
    return table
  }()

  private static func addHeaderCallbacks(_ table: OpaquePointer?) {
    nghttp2_session_callbacks_set_on_begin_headers_callback(table) { _, frame, context in
      guard let frame else { return 0 }
      return SessionCallbacks.connection(context) {
        $0.beginHeaders(stream: frame.pointee.hd.stream_id)
      }
    }
    nghttp2_session_callbacks_set_on_header_callback(table) {
      _, frame, name, nameLength, value, valueLength, _, context in
      guard let frame else { return 0 }
      return SessionCallbacks.connection(context) {
        $0.header(
          stream: frame.pointee.hd.stream_id,
          name: UnsafeBufferPointer(start: name, count: nameLength),
          value: UnsafeBufferPointer(start: value, count: valueLength))
      }
    }
    nghttp2_session_callbacks_set_on_invalid_header_callback(table) { _, _, _, _, _, _, _, _ in
      H2.temporalFailure
    }
  }

  private static func addReceiveCallbacks(_ table: OpaquePointer?) {
    nghttp2_session_callbacks_set_on_begin_frame_callback(table) { _, header, context in
      guard let header else { return 0 }
      return SessionCallbacks.connection(context) {
        $0.frameBegan(header.pointee) ? 0 : H2.callbackFailure
      }
    }
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(table) {
      _, _, stream, data, length, context in
      SessionCallbacks.connection(context) {
        $0.received(UnsafeBufferPointer(start: data, count: length), stream: stream)
        return 0
      }
    }
    nghttp2_session_callbacks_set_on_frame_recv_callback(table) { _, frame, context in
      guard let frame else { return 0 }
      return SessionCallbacks.connection(context) {
        $0.frameReceived(frame)
        return 0
      }
    }
  }

  private static func addFaultCallbacks(_ table: OpaquePointer?) {
    nghttp2_session_callbacks_set_unpack_extension_callback(table) { _, _, _, _ in H2.ignored }
    nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(table) { _, frame, _, context in
      guard let frame else { return 0 }
      return SessionCallbacks.connection(context) {
        $0.frameRefused(frame.pointee.hd)
        return 0
      }
    }
  }

  private static func addSendCallbacks(_ table: OpaquePointer?) {
    nghttp2_session_callbacks_set_on_frame_send_callback(table) { _, frame, context in
      guard let frame else { return 0 }
      return SessionCallbacks.connection(context) {
        $0.frameSent(frame)
        return 0
      }
    }
    nghttp2_session_callbacks_set_on_frame_not_send_callback(table) { _, frame, _, context in
      guard let frame else { return 0 }
      return SessionCallbacks.connection(context) {
        $0.frameNotSent(frame.pointee.hd)
        return 0
      }
    }
    nghttp2_session_callbacks_set_on_stream_close_callback(table) { _, stream, code, context in
      SessionCallbacks.connection(context) {
        $0.streamClosed(stream, code: code)
        return 0
      }
    }
  }

  /// The connection lives while it reads or writes, which is when nghttp2 calls: no count of its
  /// references need be kept for each of the dozen calls that a request takes.
  private static func connection(
    _ context: UnsafeMutableRawPointer?, _ body: (HTTP2Connection) -> Int32
  ) -> Int32 {
    guard let context else { return 0 }
    return Unmanaged<HTTP2Connection>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }
}
