import ArgumentParser
package import ParleyClient

/// Record an enforcement, with the paper that proves it.
package struct LegalEnforce: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "enforce", "Record an enforcement",
    examples: [
      "parley legal enforce 7k3q-m2xw --document E-7 --on 2026-11-20 --court 'Juizo "
        + "Local de Lisboa' --number 118/26 --kind lien"
    ])
  package static let procedure = Procedure.recordEnforcement
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "garnishment, lien, levy or other.") package var kind: EnforcementChoice
  @OptionGroup(title: "At court") package var court: CourtOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "kind": kind.wire,
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the enforcement in \(dispute)."
  }
}
