import ArgumentParser
package import ParleyClient

/// Record a judgment, with the paper that proves it.
package struct LegalJudgment: DisputeChangeCommand {
  package static let configuration = CommandConfiguration.leaf(
    "judgment", "Record a judgment",
    examples: [
      "parley legal judgment 7k3q-m2xw --document E-7 --on 2026-11-20 --court 'Juizo "
        + "Local de Lisboa' --number 118/26 --amount 'EUR 8,400.00'"
    ])
  package static let procedure = Procedure.recordJudgment
  package static let binds = true

  @OptionGroup package var target: DisputeTarget
  @Option(help: "What it grants.") package var amount: Amount
  @OptionGroup(title: "At court") package var court: CourtOptions
  @OptionGroup(title: "Global options") package var global: GlobalOptions

  package init() {}

  package func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "amount": amount.money,
    ])
  }

  package func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  package func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the judgment in \(dispute)."
  }
}
