import ArgumentParser
import ParleyClient
import TerminalKit

/// Puts whatever a command throws into one form: a sentence, where, why, and one next command.
enum FailureWording {
  /// The failure an error is shown as.
  static func failure(
    _ error: any Error, dispute: DisputeID?, server: String?, times: TimeText?
  ) -> CommandFailure {
    switch error {
    case let failure as CommandFailure: failure
    case let refusal as ServiceRefusal:
      refused(refusal, dispute: dispute, server: server, times: times)
    case let regression as ReceiptRegression: changed(regression)
    case let fault as ReceiptFault: doubtful(fault)
    case let doubt as RecordDoubt:
      doubt.failure(
        found: failure(doubt.found, dispute: dispute, server: server, times: times),
        refused: failure(doubt.refused, dispute: dispute, server: server, times: times))
    case let fault as PrivateFile.Fault: CommandFailure(.failed, "\(fault).")
    case is CancellationError: CommandFailure(.cancelled, "Cancelled.")
    default: CommandFailure(.failed, "\(error)")
    }
  }

  private static func refused(
    _ refusal: ServiceRefusal, dispute: DisputeID?, server: String?, times: TimeText?
  ) -> CommandFailure {
    var lines = refusal.fields.map { "\($0.field)  \($0.problem)" }
    if let earliest = refusal.earliest {
      lines.append("Earliest: \(times?.exact(earliest) ?? earliest).")
    }
    var next = refusal.nextAction.flatMap { NextCommand.line($0, dispute: dispute) }
    if let command = next, let actor = refusal.nextActor {
      next = "\(command)   (as \(ShownName.standing(actor)))"
    }
    return CommandFailure(
      ExitStatus(refusal.code), sentence(refusal), lines: lines,
      next: next ?? fallback(refusal.code, dispute: dispute, server: server))
  }

  private static func sentence(_ refusal: ServiceRefusal) -> String {
    let message = TerminalText.stripControls(refusal.message)
    if !message.isEmpty { return message }
    return refusal.reason.isEmpty
      ? "The service answered \(refusal.code.rawValue)."
      : "The service refused: \(refusal.reason)."
  }

  /// What to do next where the service named nothing.
  private static func fallback(
    _ code: RefusalCode, dispute: DisputeID?, server: String?
  ) -> String? {
    switch code {
    case .unauthenticated: "parley auth login" + (server.map { " --server \($0)" } ?? "")
    case .notFound: "parley list"
    case .aborted, .failedPrecondition, .permissionDenied:
      dispute.map { "parley show \($0)" } ?? "parley list"
    case .unavailable, .deadlineExceeded: "parley auth status"
    default: nil
    }
  }

  private static func changed(_ regression: ReceiptRegression) -> CommandFailure {
    let kept = regression.kept
    let chain = "\(kept.compartment) of \(DisputeID(kept.dispute)?.description ?? kept.dispute)"
    let sentence =
      switch regression.kind {
      case .shorter:
        "THE RECORD IS SHORTER THAN IT WAS: \(chain) ends at entry "
          + "\(regression.received?.sequence ?? 0), but entry \(kept.sequence) was signed before."
      case .different:
        "THE RECORD WAS CHANGED: entry \(kept.sequence) of \(chain) is not the one that was "
          + "signed before."
      case .gone:
        "THE RECORD IS NOT SHOWN ANY MORE: \(chain), of which entry \(kept.sequence) was signed."
      case .ended:
        "\(DisputeID(kept.dispute)?.description ?? kept.dispute) is not shown to you any more."
      }
    var lines = ["kept      \(line(kept))"]
    if let received = regression.received {
      lines.append("received  \(line(received))")
      lines.append("Both receipts are kept: together they prove the change.")
    } else {
      lines.append("Either your sight of it has ended, or the server was set back to before it.")
      lines.append("The receipt is kept; ask the server's operator which it is.")
    }
    return CommandFailure(
      regression.kind == .ended ? .notFound : .failed, sentence, lines: lines,
      next: DisputeID(kept.dispute).map {
        regression.kind == .ended ? "parley list" : "parley history \($0) --verify"
      })
  }

  private static func doubtful(_ fault: ReceiptFault) -> CommandFailure {
    let receipt = fault.receipt
    let place =
      "entry \(receipt.sequence) of \(receipt.compartment) of "
      + "\(DisputeID(receipt.dispute)?.description ?? receipt.dispute)"
    let sentence =
      switch fault.kind {
      case .unknownKey:
        "THE RECEIPT IS SIGNED WITH A KEY THAT NOBODY KNOWN HERE ENDORSED: key "
          + "\(receipt.keyID), for \(place)."
      case .badSignature:
        "THE RECEIPT'S SIGNATURE DOES NOT FIT: key \(receipt.keyID), for \(place)."
      case .retiredKey:
        "THE RECEIPT IS SIGNED WITH A KEY THAT WAS REPLACED BEFORE: key \(receipt.keyID), for "
          + "\(place)."
      }
    return CommandFailure(
      .failed, sentence,
      lines: [
        "received  \(line(receipt))",
        "It is set aside as evidence. What the server shows cannot be trusted before its operator",
        "explains this by another way than this server.",
      ], next: "parley admin key list")
  }

  private static func line(_ receipt: KeptReceipt) -> String {
    "entry \(receipt.sequence), head \(receipt.head), key \(receipt.keyID)"
  }
}
