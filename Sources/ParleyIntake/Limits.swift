/// What reading files may cost the server, each with its reason.
package enum Limits {
  /// Programs at once: each may use a processor for seconds, and calls must go on beside them.
  package static let programsMax = 2
  /// Readings that wait for their turn; more are refused, for their callers would give up anyway.
  package static let waitingMax = 64
  /// Time for one file, then the program is killed. It ends itself after a minute, should the server
  /// be gone.
  package static let secondsMax = 30
  /// An answer; the program refuses to say more itself.
  package static let answerBytesMax = 4 << 20
  /// One piece of contents handed over.
  package static let pieceBytes = 256 << 10
  /// A name of an attachment, in bytes.
  package static let nameBytesMax = 255
}
