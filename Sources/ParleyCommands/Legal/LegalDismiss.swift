import ArgumentParser
import ParleyClient

/// Record a dismissal, with the paper that proves it.
struct LegalDismiss: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "dismiss", "Record a dismissal",
    examples: [
      "parley legal dismiss 7k3q-m2xw --document E-7 --on 2026-11-20 --refused"
    ])
  static let procedure = Procedure.recordDismissal
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Flag(help: "Refused for good.") var refused = false
  @OptionGroup(title: "At court") var court: CourtOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "refused": .bool(refused),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the dismissal of \(dispute)."
  }
}
