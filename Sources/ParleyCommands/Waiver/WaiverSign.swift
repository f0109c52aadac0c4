import ArgumentParser
import ParleyClient

/// Signs a waiver for the caller's side, or as the mediator.
struct WaiverSign: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "sign", "Sign a waiver (parties, mediators)",
    examples: [
      "parley waiver sign 7k3q-m2xw 1", "parley waiver sign 7k3q-m2xw 1 --own-notes",
    ])
  static let procedure = Procedure.signWaiver
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Argument(help: "Number of the waiver.") var number: Int
  @Flag(help: "As the mediator: open your private notes as well.") var ownNotes = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "waiver": .text("\(dispute.name)/waivers/\(number)"),
      "ownNotes": ownNotes ? .bool(true) : nil,
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .typing(
      question: "What was said in confidence goes into the case, for good.",
      word: dispute.description)
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Signed waiver \(number) of \(dispute)."
  }
}
