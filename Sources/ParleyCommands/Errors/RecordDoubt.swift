import ParleyClient

/// A command was refused, and the record was found not to hold: the second is what matters.
struct RecordDoubt: Error {
  let found: any Error
  let refused: any Error

  /// Whether an error says that the record does not hold.
  static func isFound(_ error: any Error) -> Bool {
    error is ReceiptRegression || error is ReceiptFault
  }

  /// Whether the record is to be looked at although a command ended with this: not where nobody
  /// answered, nothing was asked, or the record is what it was about.
  static func mayHide(_ error: any Error) -> Bool {
    let status =
      switch error {
      case let refusal as ServiceRefusal: ExitStatus(refusal.code)
      case let failure as CommandFailure: failure.status
      default: ExitStatus.cancelled
      }
    if (error as? ServiceRefusal)?.code == .unauthenticated { return false }
    switch status {
    case .cancelled, .unreachable: return false
    case .done, .failed, .notFound, .notPermitted, .changed, .notNow, .stillPending, .usage:
      return true
    }
  }

  /// What was found, with what was refused beside it.
  func failure(found: CommandFailure, refused: CommandFailure) -> CommandFailure {
    CommandFailure(
      found.status, found.sentence,
      lines: found.lines + ["Besides: \(refused.sentence)"] + refused.lines, next: found.next)
  }
}
