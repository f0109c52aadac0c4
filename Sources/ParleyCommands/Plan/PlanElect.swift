import ArgumentParser
import ParleyClient

/// Elects the remedy that was agreed for default.
struct PlanElect: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "elect", "Elect the remedy agreed for default",
    examples: ["parley plan elect 7k3q-m2xw --remedy accelerate"],
    notes: "Possible once the time to cure that the agreement gives is over.")
  static let procedure = Procedure.electRemedy
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "accelerate, reinstate or consent-judgment: what the agreement names.")
  var remedy: RemedyChoice
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields(["remedy": remedy.wire])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(
      question: "This ends the plan as it was agreed.", word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    switch remedy {
    case .accelerate: "The whole rest is due in \(dispute)."
    case .reinstate: "The original claim stands again in \(dispute)."
    case .consentJudgment: "The whole rest is due and with counsel in \(dispute)."
    }
  }
}
