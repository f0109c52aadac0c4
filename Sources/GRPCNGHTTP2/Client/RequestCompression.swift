/// Leaves out compression for single messages of a call that compresses.
///
/// A call compresses its messages when its options say gzip. What is written inside
/// `RequestCompression.$isEnabled.withValue(false) { … }` goes as it is.
public enum RequestCompression {
  /// Whether messages written by this task may be compressed.
  @TaskLocal public static var isEnabled = true
}
