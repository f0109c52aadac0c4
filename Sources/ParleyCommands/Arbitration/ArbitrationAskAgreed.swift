import ArgumentParser
import ParleyClient

/// Asks that a settlement be recorded as an award on agreed terms.
struct ArbitrationAskAgreed: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "ask-agreed", "Ask that your settlement become an award",
    examples: ["parley arbitration ask-agreed 7k3q-m2xw"],
    notes: """
      For a party, once the agreement is signed by every side and is being performed. The other side
      asks as well; then the arbitrator sees the sum, the schedule and the text of the agreement, and
      nothing else of the negotiation. An award on agreed terms is enforced like any other award.
      """)
  static let procedure = Procedure.requestConsentAward
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue { .fields([:]) }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("Ask that the settlement be shown to the arbitrator and recorded as an award?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Asked for an award on agreed terms in \(dispute)."
  }
}
