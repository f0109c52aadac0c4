import Glibc

/// The one answer of the process: four bytes of length, most significant first, then JSON.
package enum AnswerLetter {
  /// Sends the answer; one that is too long is refused instead.
  package static func send(_ answer: AnswerValue, to descriptor: Int32 = STDOUT_FILENO) {
    var bytes = answer.encoded
    if bytes.count > Limits.answerBytesMax {
      bytes =
        IntakeRefusal(
          .answerTooLarge,
          "What it says of itself is longer than \(Limits.answerBytesMax) bytes."
        ).answer.encoded
    }
    writeAll(framed(bytes), to: descriptor)
  }

  /// The bytes of an answer behind their length.
  static func framed(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt32(truncatingIfNeeded: bytes.count)
    return stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }
      + bytes
  }

  /// Whoever read has gone where this fails; there is nobody to tell.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { space in
      var done = 0
      while done < space.count {
        let count = write(descriptor, space.baseAddress?.advanced(by: done), space.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        done += count
      }
    }
  }
}
