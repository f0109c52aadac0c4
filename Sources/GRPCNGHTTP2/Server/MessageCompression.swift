import Synchronization

/// Compression of the messages of one RPC on a server; found in ``ServerStreamContext``.
public struct MessageCompression: Sendable {
  let stream: ServerStream

  /// Whether the request message read last came compressed.
  public var requestWasCompressed: Bool {
    stream.requestWasCompressed.load(ordering: .relaxed)
  }

  /// Sets whether the messages written from now on are compressed, if the client takes that. Messages
  /// too short to gain are not.
  ///
  /// The first call, whatever it says, must come before the response's metadata is written, because
  /// they announce the encoding; a later one changes nothing.
  public func compressResponses(_ wanted: Bool) {
    stream.announcesCompression.store(true, ordering: .relaxed)
    stream.compressesNext.store(wanted, ordering: .relaxed)
  }
}
