/// Every limit of the transports, with its reason. Options that a caller may set take their default
/// from here.
enum Limits {
  // MARK: Messages and metadata

  /// Largest message accepted: what other gRPC implementations accept by default, so a client that
  /// works against them works here.
  static let messageBytesMax = 4 << 20

  /// Largest header list, counted as name + value + 32 per field (RFC 9113 §6.5.2). HPACK can
  /// unfold 16 KiB on the wire to tens of MiB, and nghttp2 leaves counting to the application.
  static let headerListBytesMax = 16 << 10

  /// Past this multiple of the header limit the block is refused outright instead of read to its
  /// end to answer politely.
  static let headerListRefusalFactor = 4

  /// Most fields in one header list: bounds the objects made out of many tiny fields.
  static let headerFieldsMax = 128

  /// Longest status message sent, before percent-encoding, so that the trailers stay below the
  /// 8 KiB header limit of common clients even when every byte is encoded.
  static let statusMessageBytesMax = 1 << 10

  // MARK: Flow control and buffers

  /// Receive window of a stream: four times the HTTP/2 default, so that an upload is not limited to
  /// 64 KiB per round trip, and what one stream can make us hold unread.
  static let streamWindowBytes = 256 << 10

  /// Receive window of a connection: room for several streams at full window.
  static let connectionWindowBytes = 1 << 20

  /// Unsent bytes of one stream above which a write suspends.
  static let streamUnsentBytesMax = 128 << 10

  /// Unsent bytes of one stream below which suspended writes go on: half the upper mark, so that a
  /// writer is not woken for each frame.
  static let streamUnsentBytesResume = 64 << 10

  /// Bytes taken from nghttp2 while the socket cannot take them. Without this bound a peer that
  /// does not read makes the connection buffer all of its responses (CVE-2019-9517).
  static let connectionUnsentBytesMax = 256 << 10

  /// Messages of at least this size are queued as they are; smaller ones are gathered.
  static let gatherBytesMax = 2 << 10

  /// First reservation for a message whose length was announced: the announcement alone must not
  /// make us allocate megabytes.
  static let messageReserveBytes = 64 << 10

  // MARK: Connections

  /// Streams open at once on one connection, as announced to the client.
  static let concurrentStreamsMax = 100

  /// CONTINUATION frames in a row (CVE-2024-28182).
  static let continuationsMax = 4

  /// Stream resets by the peer: burst and refill per second (CVE-2023-44487).
  static let streamResetBurst: UInt64 = 200
  static let streamResetPerSecond: UInt64 = 20

  /// Entries in one SETTINGS frame: the standard defines fewer than ten.
  static let settingsEntriesMax = 16

  /// SETTINGS and PING acknowledgements waiting to be sent (CVE-2019-9512, CVE-2019-9515).
  static let outboundAcknowledgementsMax = 256

  /// HPACK table for what we send.
  static let deflateTableBytesMax = 4096

  // MARK: Time, in nanoseconds where the loop uses it

  static let second: UInt64 = 1_000_000_000

  /// TLS handshake, connection preface and first SETTINGS together: a peer that takes longer
  /// occupies a descriptor without talking HTTP/2.
  static let handshake: Duration = .seconds(10)

  /// A connection without streams is closed after this long; the client opens another when needed.
  static let idle: Duration = .seconds(30 * 60)

  /// How long the first GOAWAY waits for the acknowledgement of the PING behind it before the final
  /// one is sent.
  static let shutdownNoticeNanoseconds: UInt64 = 2 * second

  /// How long a connection that has sent everything waits for the peer to close, so that the last
  /// bytes are not lost to a TCP reset.
  static let lingerNanoseconds: UInt64 = 1 * second

  /// Pause of the acceptor when the process has no descriptors left.
  static let acceptPauseNanoseconds: UInt64 = second / 10

  /// Connect back-off (gRPC connection back-off protocol): first wait, growth, jitter, ceiling.
  static let backoffFirstSeconds = 1.0
  static let backoffGrowth = 1.6
  static let backoffJitter = 0.2
  static let backoffMaxSeconds = 120.0

  /// One TCP connect attempt.
  static let connectSeconds = 20

  // MARK: Loops

  /// Events taken from the kernel per turn.
  static let eventsPerTurn = 256

  /// Jobs run per turn before sockets are looked at again, so that tasks which never suspend for
  /// long cannot starve input.
  static let jobsPerTurn = 1024

  /// Size of the read buffer each loop owns.
  static let readBufferBytes = 64 << 10

  /// Reads of one connection per turn, so that one fast sender cannot occupy a loop.
  static let readsPerTurn = 16

  /// Connections waiting in the kernel to be accepted.
  static let listenBacklog: Int32 = 1024

  /// Most loops of one server.
  static let loopsMax = 64
}
