import ArgumentParser
import ParleyClient

/// Record that a judgment can be enforced for longer, with the paper that proves it.
struct LegalRenew: DisputeChangeCommand {
  static let configuration = CommandConfiguration.leaf(
    "renew", "Record that a judgment can be enforced for longer",
    examples: [
      "parley legal renew 7k3q-m2xw --document E-9 --on 2036-10-02 --expires 2046-11-20"
    ])
  static let procedure = Procedure.recordRenewal
  static let binds = true

  @OptionGroup var target: DisputeTarget
  @Option(help: "The last day on which it can be enforced now.") var expires: CalendarDay
  @OptionGroup(title: "At court") var court: CourtOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func fields(_ dispute: DisputeID) throws -> PlainValue {
    .fields([
      "record": court.value(dispute),
      "expireDate": expires.date,
    ])
  }

  func confirmation(_ request: PlainValue, dispute: DisputeID) -> Confirmation {
    .yesOrNo("A court event goes on record. Record it?")
  }

  func headline(_ reply: PlainValue, dispute: DisputeID) -> String {
    "Recorded the renewal in \(dispute)."
  }
}
