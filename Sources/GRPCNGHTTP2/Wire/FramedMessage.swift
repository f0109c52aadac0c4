/// One message cut out of a stream.
struct FramedMessage: Equatable {
  /// The message, expanded if it came compressed.
  var bytes: [UInt8]

  /// What it took of the stream's window, prefix included.
  var wireBytes: Int

  /// Whether it came compressed.
  var wasCompressed: Bool
}
