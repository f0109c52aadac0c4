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

  /// Messages up to this size mostly come in one piece; for longer ones room is reserved.
  static let gatherBytesMax = 2 << 10

  /// First reservation for a message whose length was announced: the announcement alone must not
  /// make us allocate megabytes.
  static let messageReserveBytes = 64 << 10

  /// Segments sent before the list of a stream's output is moved together.
  static let compactionMin = 64

  /// What one connection's streams may hold, input and output together. Beyond it a stream whose
  /// input grows is refused, and new streams are. Sixteen messages of the largest size.
  static let connectionHeldBytesMax = 64 << 20

  /// What all connections of a server may hold, shared out evenly among its loops.
  static let serverHeldBytesMax = 512 << 20

  // MARK: Compression

  /// zlib's level for messages we send: most of the gain at the least time.
  static let compressionLevel: Int32 = 1

  /// Shorter messages are sent as they are: gzip's own frame takes 18 bytes.
  static let compressionBytesMin = 64

  /// Bytes expanded between two looks at the limit.
  static let inflateStepBytes = 16 << 10

  // MARK: Connections

  /// Connections of a server at once, unless the process may open fewer descriptors.
  static let connectionsMax = 10_000

  /// Descriptors left for everything that is not a client's connection.
  static let descriptorsReserved = 128

  /// Connections from one address at once (from one /64 in IPv6): an office behind one address fits,
  /// one host cannot take all.
  static let connectionsPerAddressMax = 512

  /// Connections of one loop that have not finished TLS handshake, preface and first SETTINGS.
  static let handshakesMax = 512

  /// Handlers running for one connection, as a multiple of the streams it may have open: a client
  /// that resets its streams leaves their handlers running (CVE-2023-39325).
  static let handlersPerStream = 2

  /// Handlers running in all of a server, shared out evenly among its loops.
  static let handlersMax = 10_000

  /// Streams open at once on one connection, as announced to the client.
  static let concurrentStreamsMax = 100

  /// CONTINUATION frames in a row (CVE-2024-28182).
  static let continuationsMax = 4

  /// The time over which frames that make up floods are counted.
  static let floodWindowNanoseconds: UInt64 = 30 * second

  /// Streams reset by the peer (CVE-2023-44487).
  static let resetsMax = 200

  /// Streams we had to reset for the peer's faults (CVE-2025-8671).
  static let streamErrorsMax = 200

  /// Streams refused for being too many: a client may send a burst before it knows the limit.
  static let refusedStreamsMax = 2_000

  /// Streams of a connection that we reset and remember, so that what is still on its way for them is
  /// not taken for a fault: as many as can be open at once, with room.
  static let resetStreamsRemembered = 128

  /// SETTINGS frames other than acknowledgements (CVE-2019-9515).
  static let settingsFramesMax = 200

  /// PRIORITY frames, which are ignored (CVE-2019-9513).
  static let priorityFramesMax = 200

  /// Frames of types that RFC 9113 does not define and §4.1 has ignored; extensions send one a stream.
  static let unknownFramesMax = 2_000

  /// DATA frames in a row without content that do not end a stream (CVE-2019-9518).
  static let emptyDataFramesMax = 10

  /// DATA frames in a row cut to fewer than ``dribbleBytes`` by the peer's window (CVE-2019-9511).
  static let dribblesMax = 200
  static let dribbleBytes = 64

  /// The library's own count of resets, behind ours: burst and refill per second.
  static let streamResetBurst: UInt64 = 400
  static let streamResetPerSecond: UInt64 = 40

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

  /// A stream whose output, or whose unary request, moves fewer than ``progressBytesMin`` bytes in this
  /// time is ended; a connection whose socket takes nothing for as long is closed.
  static let stall: Duration = .seconds(60)
  static let progressBytesMin = 1 << 10

  /// How often a loop looks for stalls and silent peers, at most.
  static let upkeepNanoseconds: UInt64 = second

  /// A peer from which nothing came for so long is sent a PING (gRPC proposal A9), and closed when it
  /// does not answer in time.
  static let keepaliveInterval: Duration = .seconds(2 * 60 * 60)
  static let keepaliveTimeout: Duration = .seconds(20)

  /// PINGs of a client may come this often (gRPC proposal A8): with streams open, and without.
  static let pingInterval: Duration = .seconds(5 * 60)
  static let pingIntervalWithoutStreams: Duration = .seconds(2 * 60 * 60)

  /// PINGs that came too soon before the connection is ended. Counted anew whenever we send HEADERS
  /// or DATA, because clients measure the line with PINGs then.
  static let pingStrikesMax = 2

  /// How often certificate files are looked at for changes.
  static let certificatePoll: Duration = .seconds(60)

  /// The keys of TLS session tickets are given up after this long (RFC 5077 §5.5).
  static let ticketKeyLifetime: Duration = .seconds(12 * 60 * 60)

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

  /// What a client keeps of a request to send it once more when the server has not begun it; for longer
  /// ones the caller hears of it instead.
  static let replayBytesMax = 1 << 20

  /// How often a request that never left is sent anew before its caller hears of it. One that left is
  /// sent once more (gRPC proposal A6).
  static let unsentRetriesMax = 5

  /// One TCP connect attempt.
  static let connectSeconds = 20

  // MARK: Loops

  /// Events taken from the kernel per turn.
  static let eventsPerTurn = 256

  /// Jobs run per turn before sockets are looked at again, so that tasks which never suspend for
  /// long cannot starve input.
  static let jobsPerTurn = 1024

  /// Size of the read buffer and of the write buffer each loop owns.
  static let readBufferBytes = 64 << 10
  static let writeBufferBytes = 64 << 10

  /// Reads of one connection per turn, so that one fast sender cannot occupy a loop.
  static let readsPerTurn = 16

  /// Longest path of a unix socket and the zero behind it, as the kernel has it.
  static let unixPathBytesMax = 108

  /// Connections accepted per turn, so that a storm of them cannot keep those there are from being
  /// served.
  static let acceptsPerTurn = 64

  /// Connections waiting in the kernel to be accepted.
  static let listenBacklog: Int32 = 1024

  /// Most loops of one server.
  static let loopsMax = 64
}
