import CNGHTTP2

/// Counts, for one connection, the frames that floods are made of: so many are normal in
/// ``Limits/floodWindowNanoseconds``, more end the connection.
struct FloodWatch {
  private var windowStart: UInt64 = 0
  private var resets = 0
  private var streamErrors = 0
  private var refusedStreams = 0
  private var settings = 0
  private var priorities = 0
  private var unknown = 0
  private var emptyDataRun = 0
  private var dribbleRun = 0

  /// A frame begins to arrive.
  mutating func frameBegan(_ header: nghttp2_frame_hd, now: UInt64) -> ServerIncident? {
    switch header.type {
    case H2.rstStream:
      renew(now)
      return Self.count(&resets, Limits.resetsMax, .resets)
    case H2.settings:
      guard header.flags & H2.acknowledgement == 0 else { return nil }
      renew(now)
      return Self.count(&settings, Limits.settingsFramesMax, .settings)
    case H2.priority:
      renew(now)
      return Self.count(&priorities, Limits.priorityFramesMax, .priorities)
    case H2.firstUnknown...:
      renew(now)
      return Self.count(&unknown, Limits.unknownFramesMax, .unknownFrames)
    default:
      return nil
    }
  }

  /// A DATA frame has arrived.
  mutating func dataReceived(isEmpty: Bool) -> ServerIncident? {
    emptyDataRun = isEmpty ? emptyDataRun + 1 : 0
    return emptyDataRun > Limits.emptyDataFramesMax ? .emptyData : nil
  }

  /// A stream was reset by us.
  mutating func resetSent(_ code: UInt32, now: UInt64) -> ServerIncident? {
    guard code != H2.noError else { return nil }
    renew(now)
    if code == H2.refusedStream {
      return Self.count(&refusedStreams, Limits.refusedStreamsMax, .refusedStreams)
    }
    return Self.count(&streamErrors, Limits.streamErrorsMax, .streamErrors)
  }

  /// A frame of DATA was cut to these bytes by the client's window.
  mutating func dribbled(bytes: Int) -> ServerIncident? {
    dribbleRun = bytes < Limits.dribbleBytes ? dribbleRun + 1 : 0
    return dribbleRun > Limits.dribblesMax ? .dribble : nil
  }

  /// Begins a new window when the last is over.
  private mutating func renew(_ now: UInt64) {
    guard now &- windowStart >= Limits.floodWindowNanoseconds else { return }
    let runs = (emptyDataRun, dribbleRun)
    self = FloodWatch()
    (emptyDataRun, dribbleRun) = runs
    windowStart = now
  }

  private static func count(
    _ count: inout Int, _ most: Int, _ incident: ServerIncident
  ) -> ServerIncident? {
    count += 1
    return count > most ? incident : nil
  }
}
