import ArgumentParser
package import ParleyClient

/// Record a filing at court, with the paper that proves it.
package struct LegalFile: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "file", "Record a filing at court",
    examples: [
      "parley legal file 7k3q-m2xw --document E-7 --on 2026-11-20 --court 'Juizo "
        + "Local de Lisboa' --number 118/26"
    ])
  package static let procedure = Procedure.recordFiling
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @OptionGroup(title: "At court") package var court: CourtOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute)
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the filing of \(dispute)."
  }
}
