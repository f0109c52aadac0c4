import ArgumentParser
import ParleyClient

/// Record that the judgment is satisfied, with the paper that proves it.
struct LegalSatisfy: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "satisfy", "Record that the judgment is satisfied",
    examples: [
      "parley legal satisfy 7k3q-m2xw --document E-7 --on 2026-11-20"
    ])
  static let procedure = Procedure.recordSatisfaction
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @OptionGroup(title: "At court") var court: CourtOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute)
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the satisfaction of \(dispute)."
  }
}
