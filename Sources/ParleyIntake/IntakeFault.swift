/// Why a file was not read. Each costs the one reading and nothing else.
package enum IntakeFault: Error, Hashable, Sendable {
  /// The program understood why it cannot be read whole: a reason that is a promise, and a sentence.
  case refused(reason: String, sentence: String)
  /// The program came to harm over the file: it was killed by this signal, or ended without an
  /// answer (0).
  case stopped(signal: Int32)
  /// It took longer than it may.
  case tookTooLong
  /// Its answer is not one: too long, not whole, or not true.
  case garbage
  /// Too many readings wait already; try again later.
  case busy
  /// The program is not there, cannot be started, or the platform does not let it be confined.
  case unavailable(sentence: String)

  /// One sentence for whoever asked.
  package var sentence: String {
    switch self {
    case .refused(_, let sentence): sentence
    case .stopped: "Reading it broke off: it is damaged, or made to do harm."
    case .tookTooLong: "Reading it took longer than \(Limits.secondsMax) seconds."
    case .garbage: "What was read of it does not hold together."
    case .busy: "Other files are being read; try again in a minute."
    case .unavailable(let sentence): sentence
    }
  }

  /// The reason as a token that does not change.
  package var reason: String {
    switch self {
    case .refused(let reason, _): reason
    case .stopped: "BROKE_OFF"
    case .tookTooLong: "TOOK_TOO_LONG"
    case .garbage: "NOT_CREDIBLE"
    case .busy: "BUSY"
    case .unavailable: "UNAVAILABLE"
    }
  }
}
