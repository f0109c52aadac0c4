import ArgumentParser
import ParleyClient

/// Record a filing at court, with the paper that proves it.
struct LegalFile: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "file", "Record a filing at court",
    examples: [
      "parley legal file 7k3q-m2xw --document E-7 --on 2026-11-20 --court 'Juizo "
        + "Local de Lisboa' --number 118/26"
    ])
  static let procedure = Procedure.recordFiling
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
    "Recorded the filing of \(dispute)."
  }
}
