import ArgumentParser
import ParleyClient

/// An act recorded for a party that has no account: whose it is, the document it rests on, and
/// when that was received.
struct RecordedForOptions: ParsableArguments {
  @Option(
    name: .customLong("for"), help: ArgumentHelp("Record it for this side.", valueName: "side"))
  var side: PartyName?

  @Option(name: .customLong("from"), help: ArgumentHelp("The document.", valueName: "exhibit"))
  var exhibit: ExhibitReference?

  @Option(help: ArgumentHelp("When the document was received.", valueName: "time"))
  var received: Moment?

  init() {}

  /// The member of the request; nil where the act is the caller's own. Refuses half of it.
  func value(_ dispute: DisputeID) throws(CommandFailure) -> PlainValue? {
    if side == nil, exhibit == nil, received == nil { return nil }
    guard let side, let exhibit, let received else {
      throw .usage("An act recorded for a party needs --for, --from and --received.")
    }
    return .fields([
      "side": side.side.wire, "exhibit": exhibit.name(dispute), "receivedTime": received.time,
    ])
  }
}

/// A party as brokers call it.
enum PartyName: String, CaseIterable, ExpressibleByArgument, Sendable {
  case client, broker, respondent, claimant

  var side: SideChoice {
    switch self {
    case .client, .respondent: .respondent
    case .broker, .claimant: .claimant
    }
  }
}
