import ArgumentParser
import ParleyClient

/// Declines to record a settlement as an award.
struct ArbitrationDeclineAgreed: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "decline-agreed", "Decline an award on agreed terms (arbitrators)",
    examples: [
      "parley arbitration decline-agreed 7k3q-m2xw --reason 'It binds a third person.'"
    ])
  static let procedure = Procedure.declineConsentAward
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "Why.") var reason: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["reason": .text(reason)])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Decline to record the settlement as an award?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Declined the award on agreed terms in \(dispute)."
  }
}
