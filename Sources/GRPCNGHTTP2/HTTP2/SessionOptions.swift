import CNGHTTP2

/// The library options and SETTINGS of our sessions.
enum SessionOptions {
  /// Options shared by all sessions: bounds against floods, and flow control left to us. Made once
  /// and never freed; `nil` only when memory ran out at start.
  nonisolated(unsafe) static let shared: OpaquePointer? = {
    var options: OpaquePointer?
    guard nghttp2_option_new(&options) == 0 else { return nil }
    nghttp2_option_set_no_auto_window_update(options, 1)
    nghttp2_option_set_no_closed_streams(options, 1)
    nghttp2_option_set_no_auto_ping_ack(options, 0)
    nghttp2_option_set_no_http_messaging(options, 0)
    nghttp2_option_set_max_continuations(options, Limits.continuationsMax)
    nghttp2_option_set_stream_reset_rate_limit(
      options, Limits.streamResetBurst, Limits.streamResetPerSecond)
    nghttp2_option_set_max_settings(options, Limits.settingsEntriesMax)
    nghttp2_option_set_max_outbound_ack(options, Limits.outboundAcknowledgementsMax)
    nghttp2_option_set_max_deflate_dynamic_table_size(options, Limits.deflateTableBytesMax)
    // The library passes over frames it does not know without a word; those that the application says
    // it knows it tells of, so that they can be counted.
    for type in H2.firstUnknown...UInt8.max {
      nghttp2_option_set_user_recv_extension_type(options, type)
    }
    return options
  }()

  /// Queues our SETTINGS and the larger connection window. Before the first byte is read, because
  /// the pending values already bind the peer.
  static func submitSettings(
    _ session: OpaquePointer, streamsMax: Int?, headerListBytesMax: Int
  ) {
    var entries = [
      entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, Limits.streamWindowBytes),
      entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, headerListBytesMax),
      entry(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1),
    ]
    if let streamsMax {
      entries.append(entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, streamsMax))
      entries.append(entry(NGHTTP2_SETTINGS_ENABLE_CONNECT_PROTOCOL, 0))
    } else {
      entries.append(entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0))
    }
    nghttp2_submit_settings(session, H2.noFlags, entries, entries.count)
    nghttp2_session_set_local_window_size(
      session, H2.noFlags, 0, Int32(Limits.connectionWindowBytes))
  }

  private static func entry(
    _ identifier: nghttp2_settings_id, _ value: Int
  ) -> nghttp2_settings_entry {
    nghttp2_settings_entry(
      settings_id: Int32(identifier.rawValue), value: UInt32(clamping: value))
  }
}
