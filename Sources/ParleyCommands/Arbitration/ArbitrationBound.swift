import ArgumentParser
import ParleyClient

/// Agrees, for one's own side, what the award is held to.
struct ArbitrationBound: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "bound", "Agree what the award is held to (parties)",
    examples: [
      "parley arbitration bound 7k3q-m2xw --low 'EUR 4,000.00' --high 'EUR 8,000.00'",
      "parley arbitration bound 7k3q-m2xw --final-offer 'EUR 6,500.00'",
    ],
    notes: """
      The arbitrator sees neither. It stands once both sides have stated the same bracket, or each a
      final offer, of which the closer one becomes the award.
      """)
  static let procedure = Procedure.agreeAwardBound
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "Not less than this.") var low: Amount?
  @Option(help: "Not more than this.") var high: Amount?
  @Option(help: "Your side's last proposal instead.") var finalOffer: Amount?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["low": low?.money, "high": high?.money, "finalOffer": finalOffer?.money])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(question: "This binds your side to what the award becomes.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Agreed for your side in \(dispute)."
  }
}
