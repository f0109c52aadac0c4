import ArgumentParser
import ParleyClient

/// Record an enforcement, with the paper that proves it.
struct LegalEnforce: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "enforce", "Record an enforcement",
    examples: [
      "parley legal enforce 7k3q-m2xw --document E-7 --on 2026-11-20 --kind lien"
    ])
  static let procedure = Procedure.recordEnforcement
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "garnishment, lien, levy or other.") var kind: EnforcementChoice
  @OptionGroup(title: "At court") var court: CourtOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "kind": kind.wire,
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the enforcement in \(dispute)."
  }
}
