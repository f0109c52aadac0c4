import ArgumentParser
package import ParleyClient

/// Record a dismissal, with the paper that proves it.
package struct LegalDismiss: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "dismiss", "Record a dismissal",
    examples: [
      "parley legal dismiss 7k3q-m2xw --document E-7 --on 2026-11-20 --court 'Juizo "
        + "Local de Lisboa' --number 118/26 --refused"
    ])
  package static let procedure = Procedure.recordDismissal
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Flag(help: "Refused for good.") package var refused = false
  @OptionGroup(title: "At court") package var court: CourtOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "refused": .bool(refused),
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the dismissal of \(dispute)."
  }
}
