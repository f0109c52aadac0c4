import ArgumentParser
import ParleyClient

/// Record service of the filing, with the paper that proves it.
struct LegalServe: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "serve", "Record service of the filing",
    examples: [
      "parley legal serve 7k3q-m2xw --document E-7 --on 2026-11-20"
    ])
  static let procedure = Procedure.recordService
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
    "Recorded service in \(dispute)."
  }
}
