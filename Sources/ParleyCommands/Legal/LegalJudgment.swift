import ArgumentParser
import ParleyClient

/// Record a judgment, with the paper that proves it.
struct LegalJudgment: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "judgment", "Record a judgment",
    examples: [
      "parley legal judgment 7k3q-m2xw --document E-7 --on 2026-11-20 --amount 'EUR 8,400.00'"
        + " --court 'Juizo Local de Lisboa' --number 118/26 --expires 2046-11-20"
    ])
  static let procedure = Procedure.recordJudgment
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "What it grants.") var amount: Amount
  @Option(help: "The last day on which it can be enforced.") var expires: CalendarDay?
  @OptionGroup(title: "Until it is paid") var after: InterestAfterOptions
  @OptionGroup(title: "At court") var court: CourtOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "amount": amount.money,
      "expireDate": expires?.date,
      "interestAfter": try after.value(),
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the judgment in \(dispute)."
  }
}
