import GRDB

/// What an error on the writer means.
enum WriterFailure {
  /// One of the writes is at fault, and only that one: what it is to be told.
  case ofOneWrite(any Error)
  /// The disk is full: later writes may do.
  case full
  /// Nothing may be acknowledged any more.
  case fatal(JournalFault)

  init(_ error: any Error) {
    if let fault = error as? JournalFault {
      self = .fatal(fault)
      return
    }
    if let half = error as? HalfStored {
      self = .ofOneWrite(half.cause)
      return
    }
    guard let error = error as? DatabaseError else {
      self = .fatal(.failed(code: -1))
      return
    }
    let code = error.extendedResultCode.rawValue
    switch error.resultCode {
    case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH:
      self = .ofOneWrite(JournalFault.contradiction(code: code))
    case .SQLITE_FULL: self = .full
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self = .fatal(.damaged(reason: "SQLite reports damage (code \(code))"))
    default: self = .fatal(.failed(code: code))
    }
  }
}
