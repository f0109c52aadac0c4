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
  @Option(help: "Of a garnishment: disposable earnings of a period.") var earnings: Amount?
  @Option(help: "Of a garnishment: what is withheld of them.") var withheld: Amount?
  @Option(help: "With --earnings: week, two-weeks, half-month, month.")
  var each: EarningsPeriodChoice?
  @OptionGroup(title: "At court") var court: CourtOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "kind": kind.wire,
      "garnishment": try garnishment(),
    ])
  }

  private func garnishment() throws -> PlainValue? {
    guard let earnings, let withheld, let each else {
      guard earnings == nil, withheld == nil, each == nil else {
        throw CommandFailure.usage("--earnings, --withheld and --each go together.")
      }
      return nil
    }
    return .fields([
      "disposableEarnings": earnings.money, "withheld": withheld.money, "period": each.wire,
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the enforcement in \(dispute)."
  }
}
